import type { LanguageLists, Lists } from './compile-lists.ts';
import { fold, normalise } from './normalise.ts';
import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

/** The lists that an answer is read with: the conversation's language first, then English, which many mix in. */
export function listsFor(lists: Lists, language: string): LanguageLists[] {
  const own = lists.languages.get(language);
  const english = lists.languages.get('en');
  return [...new Set([own, english])].filter((one) => one !== undefined);
}

// Korean particles are written straight after a digit: "2번이요".
const COUNTED = /(?<=\d)(?=\p{Script=Hangul})/gu;

/** A text as its words, for comparing with the short words of a list; emoji are words. */
export function answerTokens(text: string): Token[] {
  return tokenise(normalise(text).plain.replace(COUNTED, ' '));
}

/** The same as folded words. */
export function answerWords(text: string): string[] {
  return answerTokens(text).map(({ word }) => word);
}

/**
 * How a listed word looks among {@link answerWords}: "of course" as "of course", "Sí" as "si". Kept in mind: give it words of
 * lists, which are few, never words of a text.
 */
export function listedForm(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = answerWords(word).join(' ') || fold(word);
  forms.set(word, form);
  return form;
}

const forms = new Map<string, string>();

/** A phrase of a list, as tokens; `open`: its last word may go on ("아니*"). */
interface Listed {
  tokens: readonly Token[];
  open: boolean;
}

function listedTokens(phrase: string): Listed {
  const known = phrases.get(phrase);
  if (known) return known;
  const open = phrase.endsWith('*');
  const listed = { tokens: answerTokens(open ? phrase.slice(0, -1) : phrase), open };
  phrases.set(phrase, listed);
  return listed;
}

const phrases = new Map<string, Listed>();

/** How many tokens of the text, from `from` on, the listed phrase covers; 0 when it does not stand there. */
export function coveredAt(tokens: readonly Token[], from: number, phrase: string): number {
  const { tokens: listed, open } = listedTokens(phrase);
  if (from + listed.length > tokens.length) return 0;
  for (const [at, one] of listed.entries()) {
    const token = tokens[from + at];
    if (!token || !isSame(token, one, open && at === listed.length - 1)) return 0;
  }
  return listed.length;
}

/** Left-out accents are forgiven, other accents are not: Vietnamese "đừng" (no) is not "đúng" (yes). */
function isSame(token: Token, listed: Token, open: boolean): boolean {
  if (open) return token.word.startsWith(listed.word);
  if (token.word !== listed.word) return false;
  return token.plain === listed.plain || !isMarked(token) || !isMarked(listed);
}

function isMarked({ plain, word }: Token): boolean {
  return plain.length !== word.length ? fold(plain) !== plain : plain !== word;
}
