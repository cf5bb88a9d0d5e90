/** Chinese is written without spaces, with one to two signs a word; Korean with few, about two syllables for what others call a word. */
const SIGNS_A_WORD: Record<string, { script: RegExp; signs: number }> = {
  zh: { script: /\p{Script=Han}/gu, signs: 1.5 },
  ko: { script: /\p{Script=Hangul}/gu, signs: 2 },
};

/** How many words a text has in `language`, about as many as another language would need; words of other scripts do not count. */
export function countWords(text: string, language: string): number {
  const unspaced = SIGNS_A_WORD[language];
  if (!unspaced) return text.match(/[\p{L}\p{M}\p{N}'’]+/gu)?.length ?? 0;
  return Math.floor((text.match(unspaced.script)?.length ?? 0) / unspaced.signs);
}
