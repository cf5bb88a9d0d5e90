import { fold } from './normalise.ts';

/** How strongly a word is set apart from the word before it. */
export type Break = 'none' | 'comma' | 'sentence';

export interface Token {
  /** The word as written, accents kept, lower case, apostrophes kept. */
  plain: string;
  /** The word as matched: accents and apostrophes dropped, or the spelling it stands for. */
  word: string;
  before: Break;
}

// Scripts written without spaces: there every character is a word, so that a phrase is found inside a sentence.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const PIECES = new RegExp(
  `[${UNSPACED}]|[\\p{L}\\p{M}\\p{N}](?:'?(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])*|` +
    '[\\p{Extended_Pictographic}\\p{RI}$#]|([.!?;\\n…。！？।؟])|([,:()"،、，–—])',
  'gu',
);
/** The same for texts that have nothing but ASCII, at a fraction of the price. */
const ASCII_PIECES = /[A-Za-z0-9](?:'?[A-Za-z0-9])*|[$#]|([.!?;\n])|([,:()"])/g;
const ASCII = /^[\n -~]*$/;
const DIGIT = /^\d/u;
const DIGITS_THEN_LETTERS = /^(\d+)(\p{L}+)$/u;

/** Splits text that {@link normalise} has prepared into words and signs. One pass, linear in its length. */
export function tokenise(plain: string): Token[] {
  const tokens: Token[] = [];
  let before: Break = 'none';
  for (const [piece, sentence, comma] of plain.matchAll(ASCII.test(plain) ? ASCII_PIECES : PIECES)) {
    if (sentence !== undefined) before = 'sentence';
    else if (comma !== undefined) before = before === 'sentence' ? 'sentence' : 'comma';
    else {
      const folded = fold(piece);
      tokens.push({ plain: piece, word: folded.includes("'") ? folded.replaceAll("'", '') : folded, before });
      before = 'none';
    }
  }
  return tokens;
}

/** "17yo" as "17" and "yo"; undefined when the word is not of that kind. */
export function splitDigits(word: string): [string, string] | undefined {
  if (!DIGIT.test(word)) return undefined;
  const match = DIGITS_THEN_LETTERS.exec(word);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : undefined;
}
