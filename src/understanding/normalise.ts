/** A text in the forms that matching needs: lower case, in NFKC, digits of any script as 0-9, free of what the eye cannot see. */
export interface NormalText {
  /** Accents kept: opt-out words are compared in this form, because Vietnamese "đúng" (yes) is not "dừng" (stop). */
  plain: string;
  /** Accents dropped, as most people text. */
  folded: string;
  /** True when nothing visible remains: spaces, joiners, bidi marks. */
  empty: boolean;
}

/** More marks than any living script stacks on one letter; the rest is "zalgo" and would slow normalisation. */
const MARK_FLOOD = /(\p{M}{4})\p{M}+/gu;
// Format characters, variation selectors, keycap boxes and skin tones change how a sign looks, never what it says.
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\u{20e3}|\p{Emoji_Modifier}/gu;
const QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u0060\u00b4]/gu;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/gu;
const NOT_TEXT = /[\p{Cc}\p{Cn}\p{Co}\ufffd]/gu;
const FOREIGN_DIGITS = /[^\P{Nd}0-9]/gu;
const SPACES = /[^\S\n]+/gu;
const MARKS = /\p{Mn}/gu;
// Letters that Unicode does not take apart although people drop the stroke when they text.
const STROKES: Record<string, string> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};
const ASCII = /^[ -~]*$/;
/** Most texts in English: of all the rest only these few things can be in them. */
const PLAIN_ASCII = /^[ -~\n]*$/;
const STROKED = /[đøłıßæœىةـ]/gu;

/** Accents and strokes dropped; expects lower case. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(STROKED, (letter) => STROKES[letter] ?? letter);
}

/** Never throws, whatever the text holds: lone surrogates and control characters become spaces. */
export function normalise(text: string): NormalText {
  const plain = PLAIN_ASCII.test(text)
    ? text.toLowerCase().replaceAll('`', "'").replace(SPACES, ' ').trim()
    : normaliseAny(text);
  return { plain, folded: fold(plain), empty: !/[^\s\p{M}]/u.test(plain) };
}

function normaliseAny(text: string): string {
  return text
    .toWellFormed()
    .replace(MARK_FLOOD, '$1')
    .normalize('NFKC')
    .replace(/\r\n?/gu, '\n')
    .replace(UNSEEN, '')
    .replace(NOT_TEXT, (sign) => (sign === '\n' ? '\n' : ' '))
    .toLowerCase()
    .replace(QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SPACES, ' ')
    .replace(FOREIGN_DIGITS, digitOf)
    .normalize('NFC')
    .trim();
}

/** Decimal digits stand in unbroken rows of ten in every script, so that the zero of a row is found by counting back. */
function digitOf(digit: string): string {
  let value = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
