import type { SetFiles } from './set-files.ts';
import { readSource } from './source.ts';

/** Every word that the word lists of a set (flows/words/<lang>.yaml) name as an opt-out when it is the whole text. */
export function optOutWords(files: SetFiles): Set<string> {
  const words = new Set<string>();
  for (const [file, text] of Object.entries(files)) {
    if (!file.startsWith('flows/words/')) continue;
    const { data } = readSource(file, text);
    const listed = data && typeof data === 'object' && 'stop-words' in data ? data['stop-words'] : [];
    if (!Array.isArray(listed)) continue;
    for (const word of listed) if (typeof word === 'string') words.add(word.normalize('NFKC').trim().toLowerCase());
  }
  return words;
}
