import { normalise } from './normalise.ts';
import { tokenise } from './tokens.ts';

/** What a language's lists say about its words. */
export interface WordHints {
  /** How people spell: u -> you. */
  spellings: Readonly<Record<string, string>>;
  /** Words that mean the same here, by the name of what they mean: contact -> call, text, write. */
  alike: Readonly<Record<string, readonly string[]>>;
}

/** A text as numbered features and how much each weighs; together they are of length 1. */
export interface Features {
  ids: readonly number[];
  values: readonly number[];
}

/** No text is asked about for longer than this: what someone wants stands at the beginning or not at all. */
const MOST_WORDS = 40;
const LONGEST_TEXT = 600;
/** Words of this length and more are also known by how they begin, and by the letters inside them, for slips of the thumb. */
const LONG = 5;
const WEIGHTS = { text: 0.3, strange: 0.5, word: 1, exact: 0.5, alike: 1, pair: 0.8, skip: 0.5, letters: 0.35 };
/** More kinds of word than any list has: two of them make one number. */
const KINDS = 2 ** 20;
const UNSEEN = -1;

/** The words of a text as they are compared: folded, spelled out, without letters held down. */
export function topicWords(text: string, spellings: WordHints['spellings']): string[] {
  return tokenise(normalise(text.slice(0, LONGEST_TEXT)).plain)
    .slice(0, MOST_WORDS)
    .flatMap(({ plain, word }) => {
      const spelled = own(spellings, plain) ?? own(spellings, word);
      return spelled === undefined ? [word.replace(/(.)\1{2,}/gu, '$1$1')] : spelled.split(' ');
    });
}

/** A word's own features, and the number of the kind that stands for it beside its neighbours. */
interface Word {
  kind: number;
  ids: number[];
  values: number[];
  strange: boolean;
}

/**
 * What texts have in common that mean the same: their words, the beginnings and pieces of these, the groups they belong to, and which stand
 * together. Features are numbered as the examples are read; of later texts only what the examples have counts.
 */
export class TopicFeatures {
  readonly #known: (word: string) => boolean;
  readonly #groups = new Map<string, string>();
  readonly #names = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #skips = new Map<number, number>();
  readonly #words = new Map<string, Word>();
  /** For each feature, the last text that had it and its place among that text's features: a map for each text would cost a third more. */
  #seenIn = new Uint32Array(1024);
  #placeIn = new Uint32Array(1024);
  #text = 0;
  #count = 0;

  /** @param known whether enough examples hold a word; one that they do not know tells that the text is about something else */
  constructor(alike: WordHints['alike'], known: (word: string) => boolean) {
    for (const [name, words] of Object.entries(alike)) {
      for (const word of words) for (const one of topicWords(word, {})) this.#groups.set(one, name);
    }
    this.#known = (word) => this.#groups.has(word) || known(word);
  }

  /** How many features there are so far. */
  get count(): number {
    return this.#count;
  }

  /** @param grow true while the examples are read: what is new gets a number */
  of(words: readonly string[], grow: boolean): Features {
    const ids: number[] = [];
    const values: number[] = [];
    const text = ++this.#text;
    let unseen = 0;
    const add = (id: number, weight: number) => {
      if (id === UNSEEN) {
        unseen += weight * weight;
        return;
      }
      if (this.#seenIn[id] === text) {
        const place = this.#placeIn[id] as number;
        if (weight > (values[place] as number)) values[place] = weight;
        return;
      }
      if (id >= this.#seenIn.length) this.#grow();
      this.#seenIn[id] = text;
      this.#placeIn[id] = ids.push(id) - 1;
      values.push(weight);
    };
    const read = words.map((word) => this.#word(word, grow));
    const strange = read.reduce((sum, word) => sum + Number(word.strange), 0);
    add(this.#name('=', grow), WEIGHTS.text);
    add(this.#name(`#${Math.min(6, Math.ceil(words.length / 2))}`, grow), WEIGHTS.text);
    for (let at = 1; at <= Math.min(3, strange); at++) add(this.#name(`?${at}`, grow), WEIGHTS.strange);
    const edge = this.#kind('^', grow);
    const end = this.#kind('$', grow);
    for (const [at, { kind, ids, values }] of read.entries()) {
      for (let one = 0; one < ids.length; one++) add(ids[one] as number, values[one] as number);
      add(this.#number(this.#pairs, pairOf(read[at - 1]?.kind ?? edge, kind), grow), WEIGHTS.pair);
      if (at > 0) add(this.#number(this.#skips, pairOf(read[at - 2]?.kind ?? edge, kind), grow), WEIGHTS.skip);
    }
    add(this.#number(this.#pairs, pairOf(read.at(-1)?.kind ?? edge, end), grow), WEIGHTS.pair);
    let norm = unseen;
    for (const weight of values) norm += weight * weight;
    const scale = 1 / Math.sqrt(norm);
    return { ids, values: values.map((weight) => weight * scale) };
  }

  #grow(): void {
    const [seen, place] = [new Uint32Array(this.#seenIn.length * 2), new Uint32Array(this.#seenIn.length * 2)];
    seen.set(this.#seenIn);
    place.set(this.#placeIn);
    this.#seenIn = seen;
    this.#placeIn = place;
  }

  /** Words of the examples are kept; those of texts are not, or a stranger could fill the memory. */
  #word(word: string, grow: boolean): Word {
    const kept = this.#words.get(word);
    if (kept) return kept;
    const strange = !this.#known(word);
    const stem = strange ? '?' : stemOf(word);
    const group = this.#groups.get(word);
    const read: Word = {
      kind: this.#kind(group === undefined ? stem : `~${group}`, grow),
      ids: [],
      values: [],
      strange,
    };
    const add = (name: string, weight: number) => {
      read.ids.push(this.#name(name, grow));
      read.values.push(weight);
    };
    add(`w${stem}`, WEIGHTS.word);
    if (!strange && stem !== word) add(`=${word}`, WEIGHTS.exact);
    if (group !== undefined) add(`~${group}`, WEIGHTS.alike);
    if (word.length >= LONG) {
      for (let from = 0; from + 4 <= word.length; from++) add(`l${word.slice(from, from + 4)}`, WEIGHTS.letters);
    }
    if (grow) this.#words.set(word, read);
    return read;
  }

  #name(name: string, grow: boolean): number {
    return this.#number(this.#names, name, grow);
  }

  #number<Key>(numbers: Map<Key, number>, key: Key, grow: boolean): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (!grow) return UNSEEN;
    numbers.set(key, this.#count);
    return this.#count++;
  }

  #kind(name: string, grow: boolean): number {
    const known = this.#kinds.get(name);
    if (known !== undefined || !grow) return known ?? UNSEEN;
    this.#kinds.set(name, this.#kinds.size);
    return this.#kinds.size - 1;
  }
}

function pairOf(before: number, kind: number): number {
  return (before + 1) * KINDS + kind + 1;
}

const HANGUL = /^\p{Script=Hangul}{3}/u;
const ARABIC_ARTICLE = /^[وف]?(?:ال|لل|بال)(?=\p{Script=Arabic}{3})/u;

/** A word's beginning stands for all its forms: volunteer, volunteers, volunteering; voluntario, voluntaria. */
function stemOf(written: string): string {
  if (HANGUL.test(written)) return written.slice(0, 2);
  const word = written.replace(ARABIC_ARTICLE, '');
  if (word.length > 7) return word.slice(0, 6);
  if (word.length > LONG) return word.replace(/(?:es|s|ed|os|as|o|a)$/u, '').slice(0, 6);
  return word.length > 3 ? word.replace(/s$/u, '') : word;
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
