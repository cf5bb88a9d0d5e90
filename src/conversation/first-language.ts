import type { Lists } from '../understanding/compile-lists.ts';
import { normalise } from '../understanding/normalise.ts';
import { tokenise } from '../understanding/tokens.ts';

/**
 * The language of a first text too short to be told by its sound, such as "hola" or "ayuda": the one language whose everyday
 * words know all of it. Undefined when none or several do. Only a first text is read so: there is no language to lose yet.
 */
export function firstLanguage(text: string, lists: Lists): string | undefined {
  const words = tokenise(normalise(text).plain).map(({ word }) => word);
  if (words.length === 0) return undefined;
  const knowing = [...lists.languages.values()].filter(({ common, polite, startWords, helpWords, stopWords }) =>
    words.every((word) =>
      [common, polite, startWords.folded, helpWords.folded, stopWords.folded].some((known) => known.has(word)),
    ),
  );
  return knowing.length === 1 ? knowing[0]?.language : undefined;
}
