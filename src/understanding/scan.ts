import type { Label, LanguageLists, Lists } from './compile-lists.ts';
import type { Hit } from './phrase-matcher.ts';
import type { Token } from './tokens.ts';

/** One language's look at a text: its words as that language spells them, and every phrase of its lists found in them. */
export interface Scan {
  lists: LanguageLists;
  tokens: Token[];
  hits: Hit<Label>[];
}

/** Found phrases, without those marked `alone` that have more than polite words around them. */
export function scan(lists: LanguageLists, tokens: readonly Token[], all: Lists): Scan {
  const foreign = (word: string) => [...all.languages.values()].some((other) => other !== lists && knows(other, word));
  const mended = lists.spelling.mend(tokens, foreign);
  const impolite = (token: Token) => !lists.polite.has(token.word);
  const first = mended.findIndex(impolite);
  const last = mended.findLastIndex(impolite);
  const hits = lists.matcher.find(mended).filter(({ label, from, to }) => {
    if (!('alone' in label) || !label.alone) return true;
    return first === -1 ? from === 0 && to === mended.length - 1 : from <= first && to >= last;
  });
  return { lists, tokens: mended, hits };
}

function knows(lists: LanguageLists, word: string): boolean {
  return lists.common.has(word) || lists.polite.has(word) || lists.matcher.knows(word);
}
