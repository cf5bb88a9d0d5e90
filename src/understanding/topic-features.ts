import { normalise } from './normalise.ts';
import { tokenise } from './tokens.ts';

/** What a language's word list says about how people spell. */
export interface SpellingHints {
  spellings: Readonly<Record<string, string>>;
}

/** No text is asked about for longer than this: what someone wants stands at the beginning or not at all. */
const MOST_WORDS = 40;
/** Words of this length and more are also known by how they begin, and by the letters inside them, for slips of the thumb. */
const LONG = 5;

/** The words of a text as they are compared: folded, spelled out, without letters held down. */
export function topicWords(text: string, { spellings }: SpellingHints): string[] {
  return tokenise(normalise(text.slice(0, 600)).plain)
    .slice(0, MOST_WORDS)
    .flatMap(({ plain, word }) => {
      const spelled = own(spellings, plain) ?? own(spellings, word);
      return spelled === undefined ? [word.replace(/(.)\1{2,}/gu, '$1$1')] : spelled.split(' ');
    });
}

/**
 * What a text has in common with others that mean the same: its words, their beginnings and pieces, and which stand together.
 *
 * @param known whether enough examples hold a word; one that they do not know tells that the text is about something else
 */
export function topicFeatures(words: readonly string[], known: (word: string) => boolean): Map<string, number> {
  const found = new Map<string, number>();
  const add = (name: string, weight: number) => found.set(name, Math.max(found.get(name) ?? 0, weight));
  const stems = words.map((word) => (known(word) ? stemOf(word) : '?'));
  const strange = words.filter((word) => !known(word)).length;
  add('=', 0.3);
  add(`#${Math.min(6, Math.ceil(words.length / 2))}`, 0.3);
  if (strange > 0) add('?1', 0.5);
  if (strange > 1) add('?2', 0.5);
  if (strange > 2) add('?3', 0.5);
  for (const [at, word] of words.entries()) {
    const stem = stems[at] as string;
    add(`w${stem}`, 1);
    if (known(word) && stem !== word) add(`w=${word}`, 0.5);
    add(`b${stems[at - 1] ?? '^'} ${stem}`, 0.8);
    if (at > 0) add(`k${stems[at - 2] ?? '^'} ${stem}`, 0.5);
    if (word.length >= LONG)
      for (let from = 0; from + 4 <= word.length; from++) add(`l${word.slice(from, from + 4)}`, 0.35);
  }
  add(`b${stems.at(-1) ?? '^'} $`, 0.8);
  return found;
}

/** A word's beginning stands for all its forms: volunteer, volunteers, volunteering; voluntario, voluntaria. */
function stemOf(word: string): string {
  if (word.length > 7) return word.slice(0, 6);
  if (word.length > LONG) return word.replace(/(?:es|s|ed|os|as|o|a)$/u, '').slice(0, 6);
  return word.length > 3 ? word.replace(/s$/u, '') : word;
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
