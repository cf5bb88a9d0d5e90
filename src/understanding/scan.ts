import type { Label, LanguageLists, Lists } from './compile-lists.ts';
import type { Hit } from './phrase-matcher.ts';
import type { Token } from './tokens.ts';

/** One language's look at a text: its words as that language spells them, and every phrase of its lists found in them. */
export interface Scan {
  lists: LanguageLists;
  tokens: Token[];
  hits: Hit<Label>[];
  /** Which part of the text is everyday words of this language, from 0 to 1. */
  common: number;
}

/** Found phrases, without those marked `alone` that have more than polite words around them. */
export function scan(lists: LanguageLists, tokens: readonly Token[], all: Lists): Scan {
  const foreign = (word: string) => [...all.languages.values()].some((other) => other !== lists && knows(other, word));
  const mended = lists.spelling.mend(tokens, foreign);
  const impolite = (token: Token) => !lists.polite.has(token.word);
  const found = lists.matcher.find(mended);
  const some = found.some(isAlone);
  const first = some ? mended.findIndex(impolite) : -1;
  const last = some ? mended.findLastIndex(impolite) : -1;
  const hits = found.filter((hit) => {
    if (!isAlone(hit)) return true;
    return first === -1 ? hit.from === 0 && hit.to === mended.length - 1 : hit.from <= first && hit.to >= last;
  });
  return { lists, tokens: mended, hits, common: commonShare(lists, mended) };
}

function isAlone({ label }: Hit<Label>): boolean {
  return 'alone' in label && label.alone;
}

function commonShare({ telling, commonAsWritten }: LanguageLists, tokens: readonly Token[]): number {
  let everyday = 0;
  for (const { word, plain } of tokens) {
    // Someone who sets accents sets the right ones: Vietnamese "tử" is not the French "tu" without its accent.
    if (commonAsWritten.has(plain) || (telling.has(word) && !VIETNAMESE.test(plain))) everyday++;
  }
  return everyday / Math.max(1, tokens.length);
}

/** Letters that Latin script has in Vietnamese only, of all languages that the line offers. */
const VIETNAMESE = /[ăđĩũơưạ-ỹ]/u;

function knows(lists: LanguageLists, word: string): boolean {
  return lists.common.has(word) || lists.polite.has(word) || lists.matcher.knows(word);
}
