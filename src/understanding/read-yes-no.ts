import { answerTokens, coveredAt } from './answer-words.ts';
import type { LanguageLists, Lists } from './compile-lists.ts';
import type { Answer } from './lists.ts';
import type { Token } from './tokens.ts';

/** The digits of a closed question: 1 yes, 2 no, as the line's texts offer them. */
const DIGITS: Record<string, 'yes' | 'no'> = { 1: 'yes', 2: 'no' };

/** What "I am safe" answers: yes to "is it safe to text", no to "are you in danger". */
export type SafeMeans = 'yes' | 'no';

/**
 * The answer to a closed question: "1", "1️⃣", "si", "nah", "yep", "👍", "yes please". The longest listed beginning decides; an answer that
 * says both ("yes no") is unknown, because the question is asked again rather than guessed. The conversation's language is asked first, then
 * English; a word of another language counts only as the whole answer: "si" is a yes in English too, the "we" of "we are" is none.
 * @param safeMeans which answer the question takes from someone who says that they are safe
 */
export function readYesNo(
  text: string,
  lists: Lists,
  language: string,
  safeMeans: SafeMeans = 'yes',
): 'yes' | 'no' | 'unknown' {
  const tokens = answerTokens(text).map(squeezed);
  const digit = tokens.length === 1 ? DIGITS[tokens[0]?.word ?? ''] : undefined;
  if (digit) return digit;
  const all = [...lists.languages.values()];
  const spoken = [language, 'en'].flatMap((one) => lists.languages.get(one) ?? []);
  if (all.some((one) => isExcepted(tokens, one, !spoken.includes(one)))) return 'unknown';
  for (const one of new Set(spoken)) {
    const answer = readIn(tokens, one, safeMeans);
    if (answer) return answer;
  }
  if (spoken.some(({ common }) => common.has(tokens[0]?.word ?? ''))) return 'unknown';
  for (const one of all) {
    const bare = tokens.filter(({ word }, at) => at === 0 || !one.polite.has(word));
    const answer = readIn(bare, one, safeMeans, true);
    if (answer) return answer;
  }
  return 'unknown';
}

function isExcepted(tokens: readonly Token[], { words: { yes, no } }: LanguageLists, whole: boolean): boolean {
  const length = leading(tokens, [...yes.except, ...no.except]);
  return length > 0 && (!whole || length === tokens.length);
}

function readIn(
  tokens: readonly Token[],
  { words }: LanguageLists,
  safeMeans: SafeMeans,
  whole = false,
): 'yes' | 'no' | 'unknown' | undefined {
  const feeling = safeMeans === 'yes' ? { yes: words.safe, no: words.unsafe } : { yes: words.unsafe, no: words.safe };
  const yes = Math.max(covered(tokens, words.yes), covered(tokens, feeling.yes));
  const no = Math.max(covered(tokens, words.no), covered(tokens, feeling.no));
  if (yes === no) return undefined;
  const [answer, opposite] = yes > no ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
  const rest = tokens.slice(Math.max(yes, no));
  if (whole && rest.length > 0) return undefined;
  // Nobody is in danger by an "ok": it may answer what stood before the question.
  if (answer === 'yes' && safeMeans === 'no' && leading(tokens, words.read) === tokens.length) return 'unknown';
  const contradicts = rest.some((_, at) => {
    const after = rest.slice(at);
    const length = leading(after, words[opposite].begins);
    // In the middle of a sentence a no denies something else: "yes, I can not talk".
    const said = length > 0 && (at === 0 || length === after.length);
    return said || leading(after, feeling[opposite].begins) > 0;
  });
  return contradicts ? undefined : answer;
}

/** How many words of the text the answer accounts for. */
function covered(tokens: readonly Token[], { begins, alone }: Answer): number {
  const whole = alone.some((phrase) => coveredAt(tokens, 0, phrase) === tokens.length && tokens.length > 0);
  return whole ? tokens.length : leading(tokens, begins);
}

function leading(tokens: readonly Token[], listed: readonly string[]): number {
  return listed.reduce((longest, phrase) => Math.max(longest, coveredAt(tokens, 0, phrase)), 0);
}

/** "yesss" and "nooo" as "yes" and "no". */
function squeezed({ plain, word, before }: Token): Token {
  return { plain: plain.replace(FLOOD, '$1'), word: word.replace(FLOOD, '$1'), before };
}

const FLOOD = /(\p{L})\1{2,}/gu;
