import { fold, normalise } from './normalise.ts';
import type { Token } from './tokens.ts';
import { splitDigits, tokenise } from './tokens.ts';

/** Words shorter than this are too easily something else to be mended. */
const MENDABLE = 5;
const LONGEST_MENDABLE = 24;
const FLOOD = /(.)\1{2,}/gu;

/**
 * Brings texting spellings back to the words of the lists: hes -> he is, 2nite -> tonight, heeelp -> help, 17yo -> 17 yo, and one slip of
 * the thumb in a long word (kidnaped, traped). A slip is a letter missing, doubled or swapped, never another letter: "shout" is not "shoot".
 */
export class Spelling {
  readonly #spellings = new Map<string, string[]>();
  readonly #known: (word: string) => boolean;
  readonly #slips = new Map<string, string>();
  readonly #untouched: ReadonlySet<string>;

  constructor(
    spellings: Record<string, string>,
    known: (word: string) => boolean,
    words: Iterable<string>,
    untouched: Iterable<string>,
  ) {
    for (const [from, to] of Object.entries(spellings)) {
      this.#spellings.set(
        normalise(from).folded,
        tokenise(normalise(to).plain).map(({ word }) => word),
      );
    }
    this.#known = known;
    this.#untouched = new Set(untouched);
    for (const word of words) {
      if (word.length < MENDABLE || word.length > LONGEST_MENDABLE || !/^\p{L}+$/u.test(word)) continue;
      for (const slip of slipsOf(word)) if (!this.#slips.has(slip)) this.#slips.set(slip, word);
    }
  }

  /** @param foreign tells whether another language knows the word, which is then no slip: "signs" is not "signos". */
  mend(tokens: readonly Token[], foreign: (word: string) => boolean): Token[] {
    return tokens.flatMap((token) => {
      const words = this.#words(token, foreign);
      if (words === undefined) return token;
      return words.map((word, at): Token => ({ plain: token.plain, word, before: at === 0 ? token.before : 'none' }));
    });
  }

  /** The words that a word stands for; undefined when it stands for itself. */
  #words(token: Token, foreign: (word: string) => boolean): string[] | undefined {
    const written = token.plain.includes("'") ? this.#spellings.get(fold(token.plain)) : undefined;
    const direct = written ?? this.#spellings.get(token.word);
    if (direct) return direct;
    if (this.#known(token.word) || token.word.length > LONGEST_MENDABLE * 4) return undefined;
    const split = splitDigits(token.word);
    if (split) return [split[0], ...(this.#spellings.get(split[1]) ?? [split[1]])];
    const squeezed = this.#squeeze(token.word);
    if (squeezed) return squeezed;
    if (token.word.length >= MENDABLE && token.word.length <= LONGEST_MENDABLE && !this.#untouched.has(token.word)) {
      const word = this.#slips.get(token.word);
      if (word !== undefined && !foreign(token.word)) return [word];
    }
    return undefined;
  }

  #squeeze(word: string): string[] | undefined {
    if (!hasFlood(word)) return undefined;
    const doubled = word.replace(FLOOD, '$1$1');
    for (const form of [word.replace(FLOOD, '$1'), doubled]) {
      const spelled = this.#spellings.get(form);
      if (spelled) return spelled;
      if (this.#known(form)) return [form];
    }
    return undefined;
  }
}

/** A letter three times in a row. */
function hasFlood(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    if (word[at] === word[at - 1] && word[at] === word[at - 2]) return true;
  }
  return false;
}

function* slipsOf(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++) {
    const start = word.slice(0, at);
    const letter = word[at] ?? '';
    yield start + word.slice(at + 1);
    yield start + letter + word.slice(at);
    yield start + (word[at + 1] ?? '') + letter + word.slice(at + 2);
  }
}
