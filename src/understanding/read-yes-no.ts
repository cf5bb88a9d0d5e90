import { answerWords, listedForm, listsFor } from './answer-words.ts';
import type { LanguageLists, Lists } from './compile-lists.ts';
import type { Answer } from './lists.ts';

/** The digits of a closed question: 1 yes, 2 no, as the line's texts offer them. */
const DIGITS: Record<string, 'yes' | 'no'> = { 1: 'yes', 2: 'no' };

/**
 * The answer to a closed question: "1", "1️⃣", "si", "nah", "yep", "👍", "yes please". The longest listed beginning decides; an answer that
 * says both ("yes no") is unknown, because the question is asked again rather than guessed. The conversation's language is asked first, then
 * English, then the others: "si" is a yes in an English conversation too.
 */
export function readYesNo(text: string, lists: Lists, language: string): 'yes' | 'no' | 'unknown' {
  const words = squeeze(answerWords(text));
  const digit = words.length === 1 ? DIGITS[words[0] ?? ''] : undefined;
  if (digit) return digit;
  const all = [...lists.languages.values()];
  if (all.some(({ words: { yes, no } }) => [yes, no].some(({ except }) => leading(words, except) > 0)))
    return 'unknown';
  for (const one of new Set([...listsFor(lists, language), ...all])) {
    const answer = readIn(words, one);
    if (answer) return answer;
  }
  return 'unknown';
}

function readIn(words: readonly string[], { words: list }: LanguageLists): 'yes' | 'no' | undefined {
  const yes = covered(words, list.yes);
  const no = covered(words, list.no);
  if (yes === no) return undefined;
  const [answer, length, opposite] = yes > no ? (['yes', yes, list.no] as const) : (['no', no, list.yes] as const);
  const opposites = new Set(opposite.begins.map(listedForm));
  return words.slice(length).some((word) => opposites.has(word)) ? undefined : answer;
}

/** How many words of the text the answer accounts for. */
function covered(words: readonly string[], { begins, alone }: Answer): number {
  const whole = alone.some((phrase) => listedForm(phrase) === words.join(' '));
  return whole ? words.length : leading(words, begins);
}

function leading(words: readonly string[], listed: readonly string[]): number {
  let longest = 0;
  for (const form of listed.map(listedForm)) {
    const parts = form.split(' ');
    if (parts.length > longest && parts.every((part, at) => words[at] === part)) longest = parts.length;
  }
  return longest;
}

/** "yesss" and "nooo" as "yes" and "no". */
function squeeze(words: readonly string[]): string[] {
  return words.map((word) => word.replace(/(\p{L})\1{2,}/gu, '$1'));
}
