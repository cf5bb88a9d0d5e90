import { normalise } from './normalise.ts';
import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

export interface PreparedText {
  /** Lower case, digits of any script as 0-9, "D.C." and "st." without their dots. */
  plain: string;
  tokens: Token[];
  /** Words that the writer set in capitals or with a capital among small ones, in small letters. */
  capitals: { all: ReadonlySet<string>; first: ReadonlySet<string> };
}

/** A need and a place stand in a few lines; what comes after is a story. */
const LONGEST = 1000;
const INITIALS = /\b([a-z])\.\s?([a-z])\.?(?=[\s,;:!?)]|$)/gu;
const SHORTENED =
  /\b(?:(st|ft|mt|u\.s)\.(?=\s?\p{L})|([nsw]o?)\.(?=\s?(?:carolina|dakota|virginia|mexico|hampshire|jersey)))/gu;
// French: "m'accompagner", "d'avocat".
const ELISIONS = /(?<![\p{L}'])([mldsjnt])'(?=\p{L})/gu;
// Korean particles and Chinese words are written straight after Latin letters and digits.
const SCRIPTS_MEET =
  /(?<=[\p{Script=Latin}\d])(?=[\p{Script=Hangul}\p{Script=Han}])|(?<=[\p{Script=Hangul}\p{Script=Han}])(?=[\p{Script=Latin}\d])/gu;

/** A text made ready for finding places and needs in it. */
export function prepareText(text: string): PreparedText {
  const start = text.slice(0, LONGEST);
  const plain = normalise(start)
    .plain.replace(INITIALS, '$1$2')
    .replace(SHORTENED, '$1$2 ')
    .replace(ELISIONS, '$1 ')
    .replace(SCRIPTS_MEET, ' ');
  const shouting = !/[\p{Ll}\p{Lo}]/u.test(start);
  const words = shouting ? [] : [...start.matchAll(/(?<![\p{L}'])\p{Lu}[\p{L}.]*/gu)].map(([word]) => word);
  const small = (list: string[]) => new Set(list.map((word) => word.replaceAll('.', '').toLowerCase()));
  return {
    plain,
    tokens: tokenise(plain),
    capitals: { all: small(words.filter((word) => /^\p{Lu}[\p{Lu}.]+$/u.test(word))), first: small(words) },
  };
}
