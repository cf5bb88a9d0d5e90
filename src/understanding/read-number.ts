import { answerTokens, coveredAt, listedForm, listsFor } from './answer-words.ts';
import type { LanguageLists, Lists } from './compile-lists.ts';
import type { Token } from './tokens.ts';

/** Above this a number is an account, a debt or a phone number, not an answer. */
const LARGEST = 1_000_000;

/** The one whole number of an answer, in digits or words ("3", "three of us", "somos tres"); undefined when there is none or several. */
export function readNumber(text: string, lists: Lists, language: string): number | undefined {
  const tokens = answerTokens(text.replace(/(\d),(?=\d{3}\b)/gu, '$1'));
  const digits = [...new Set(tokens.filter(({ word }) => /^\d{1,7}$/u.test(word)).map(({ word }) => Number(word)))];
  if (digits.length > 0) return digits.length === 1 && (digits[0] ?? LARGEST) < LARGEST ? digits[0] : undefined;
  for (const list of listsFor(lists, language)) {
    const found = numbersIn(tokens, list);
    if (found.size === 1) return [...found][0];
    if (found.size > 1) return undefined;
  }
  return undefined;
}

/** Long enough that it is no other word; two signs of Chinese are. */
function isTelling(name: string): boolean {
  return listedForm(name).length > 4 || /^\p{Script=Han}{2,}$/u.test(name);
}

/** The numbers that a text names in words; the longest name that stands at a word counts: "mười hai" is 12, not 10 and 2. */
function numbersIn(tokens: readonly Token[], { words }: LanguageLists): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; ) {
    let [longest, value] = [0, 0];
    for (const [number, names] of Object.entries(words.numbers)) {
      // "to" and "for" are numbers only when they are the whole answer.
      const told = names.filter((name, nth) => nth === 0 || tokens.length === 1 || isTelling(name));
      const length = Math.max(0, ...told.map((name) => coveredAt(tokens, at, name)));
      if (length > longest) [longest, value] = [length, Number(number)];
    }
    if (longest > 0) found.add(value);
    at += Math.max(1, longest);
  }
  return found;
}
