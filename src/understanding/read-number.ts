import { answerWords, listedForm, listsFor } from './answer-words.ts';
import type { Lists } from './compile-lists.ts';

/** Above this a number is an account, a debt or a phone number, not an answer. */
const LARGEST = 1_000_000;

/** The one whole number of an answer, in digits or words ("3", "three of us", "somos tres"); undefined when there is none or several. */
export function readNumber(text: string, lists: Lists, language: string): number | undefined {
  const words = answerWords(text.replace(/(\d),(?=\d{3}\b)/gu, '$1'));
  const digits = [...new Set(words.filter((word) => /^\d{1,7}$/u.test(word)).map(Number))];
  if (digits.length > 0) return digits.length === 1 && (digits[0] ?? LARGEST) < LARGEST ? digits[0] : undefined;
  for (const { words: list } of listsFor(lists, language)) {
    const found = new Set<number>();
    for (const [number, names] of Object.entries(list.numbers)) {
      // "to" and "for" are numbers only when they are the whole answer.
      const forms = names.map(listedForm).filter((form, at) => at === 0 || words.length === 1 || form.length > 4);
      if (forms.some((form) => words.includes(form))) found.add(Number(number));
    }
    if (found.size === 1) return [...found][0];
    if (found.size > 1) return undefined;
  }
  return undefined;
}
