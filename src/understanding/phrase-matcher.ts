import type { Part } from './phrase.ts';
import type { Token } from './tokens.ts';

/** Where a phrase was found: token positions, both inclusive. */
export interface Hit<Label> {
  label: Label;
  from: number;
  to: number;
}

/** Words that a gap ("...") may bridge. Few, so that a phrase stays within one thought. */
const GAP_WORDS = 4;
const NO_CLASSES: readonly number[] = [];

interface State<Label> {
  /** The class of words that leads on; undefined: any word, as inside a gap. */
  wordClass: number | undefined;
  next: State<Label>[];
  ends: Label | undefined;
  /** The step at which it was last entered, and its place among the states of that step. */
  entered: number;
  place: number;
}

/**
 * Finds many phrases in one pass over the words of a text. All phrases live in one automaton; each word moves a set of states that is never
 * larger than the automaton, so the time is linear in the text however it is built.
 */
export class PhraseMatcher<Label> {
  readonly #classes = new Map<string, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byChoices = new WeakMap<Part[][], { wordClass: number | undefined; several: Part[][] }>();
  readonly #byPrefix = new Map<string, number[]>();
  /** First letter to the lengths of the beginnings that have it. */
  readonly #prefixLengths = new Map<string, number[]>();
  readonly #starts = new Map<number, State<Label>[]>();
  readonly #gapStops: ReadonlySet<string>;
  /** For each class, the last step whose word was of it. */
  #current = new Uint32Array();
  /** Counts the words of all texts, so that what a state notes of one word is never taken for another's. */
  #step = 0;

  /** @param gapStops words no gap may bridge: negations, which would turn the meaning round. */
  constructor(phrases: Iterable<{ parts: Part[]; label: Label }>, gapStops: ReadonlySet<string> = new Set()) {
    this.#gapStops = gapStops;
    for (const { parts, label } of phrases) {
      const end = this.#state(undefined, []);
      end.ends = label;
      for (const state of this.#sequence(parts, [end])) {
        if (state.wordClass === undefined) continue;
        const starts = this.#starts.get(state.wordClass);
        if (starts) starts.push(state);
        else this.#starts.set(state.wordClass, [state]);
      }
    }
  }

  /** Every word that the phrases name in full: what a misspelling may be mended to. */
  words(): Iterable<string> {
    return this.#byWord.keys();
  }

  knows(word: string): boolean {
    if (this.#byWord.has(word)) return true;
    const lengths = this.#prefixLengths.get(word[0] ?? '');
    return lengths?.some((length) => length <= word.length && this.#byPrefix.has(word.slice(0, length))) ?? false;
  }

  find(tokens: readonly Token[]): Hit<Label>[] {
    const hits: Hit<Label>[] = [];
    let active: State<Label>[] = [];
    let starts: number[] = [];
    const cache = new Map<string, readonly number[]>();
    if (this.#current.length < this.#classes.size) this.#current = new Uint32Array(this.#classes.size);
    const current = this.#current;
    for (const [at, token] of tokens.entries()) {
      const classes = cache.get(token.word) ?? this.#classesOf(token.word);
      cache.set(token.word, classes);
      if (classes.length === 0 && active.length === 0) continue;
      const step = ++this.#step;
      const moved: State<Label>[] = [];
      const movedStarts: number[] = [];
      const enter = (state: State<Label>, from: number) => {
        for (const next of state.next) {
          if (next.ends !== undefined) hits.push({ label: next.ends, from, to: at });
          else if (next.entered !== step) {
            next.entered = step;
            next.place = moved.push(next) - 1;
            movedStarts.push(from);
          }
          // The latest start wins: the shortest reading of a phrase is the likeliest.
          else if ((movedStarts[next.place] ?? -1) < from) movedStarts[next.place] = from;
        }
      };
      for (const wordClass of classes) current[wordClass] = step;
      const bridges = token.before !== 'sentence' && !this.#gapStops.has(token.word);
      for (let one = 0; one < active.length; one++) {
        const state = active[one] as State<Label>;
        if (state.wordClass === undefined ? bridges : current[state.wordClass] === step)
          enter(state, starts[one] ?? at);
      }
      for (const wordClass of classes) {
        for (const state of this.#starts.get(wordClass) ?? []) enter(state, at);
      }
      active = moved;
      starts = movedStarts;
    }
    return hits;
  }

  #classesOf(word: string): readonly number[] {
    let classes: readonly number[] = this.#byWord.get(word) ?? NO_CLASSES;
    for (const length of this.#prefixLengths.get(word[0] ?? '') ?? NO_CLASSES) {
      const found = length <= word.length ? this.#byPrefix.get(word.slice(0, length)) : undefined;
      if (found) classes = [...classes, ...found];
    }
    return classes;
  }

  /** The states at which `parts` may begin, given where it goes on afterwards. */
  #sequence(parts: readonly Part[], after: State<Label>[]): State<Label>[] {
    let next = after;
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at];
      if (part) next = this.#part(part, next);
    }
    return next;
  }

  #part(part: Part, after: State<Label>[]): State<Label>[] {
    if (part.kind === 'gap') {
      let next = after;
      for (let words = 0; words < GAP_WORDS; words++) next = [this.#state(undefined, next), ...after];
      return next;
    }
    if (part.kind === 'word') return [this.#state(this.#class([part]), after)];
    const { wordClass, several } = this.#sorted(part.choices);
    const starts = several.flatMap((choice) => this.#sequence(choice, after));
    if (wordClass !== undefined) starts.push(this.#state(wordClass, after));
    if (part.optional) starts.push(...after);
    return [...new Set(starts)];
  }

  /** The choices that are single words as one class, and the longer ones. A group is the same object in all phrases that name it. */
  #sorted(choices: Part[][]): { wordClass: number | undefined; several: Part[][] } {
    const known = this.#byChoices.get(choices);
    if (known) return known;
    const single = choices.flatMap((choice) => singleWords(choice) ?? []);
    const several = choices.filter((choice) => singleWords(choice) === undefined);
    const sorted = { wordClass: single.length > 0 ? this.#class(single) : undefined, several };
    this.#byChoices.set(choices, sorted);
    return sorted;
  }

  #state(wordClass: number | undefined, next: State<Label>[]): State<Label> {
    return { wordClass, next, ends: undefined, entered: 0, place: 0 };
  }

  #class(words: { word: string; prefix: boolean }[]): number {
    const key = [...new Set(words.map(({ word, prefix }) => (prefix ? `${word}*` : word)))].sort().join(' ');
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const wordClass = this.#classes.size;
    this.#classes.set(key, wordClass);
    for (const entry of key.split(' ')) {
      const [index, word] = entry.endsWith('*') ? [this.#byPrefix, entry.slice(0, -1)] : [this.#byWord, entry];
      if (index === this.#byPrefix) this.#addLength(word);
      const classes = index.get(word);
      if (classes) classes.push(wordClass);
      else index.set(word, [wordClass]);
    }
    return wordClass;
  }

  #addLength(prefix: string): void {
    const lengths = this.#prefixLengths.get(prefix[0] ?? '') ?? [];
    if (!lengths.includes(prefix.length)) lengths.push(prefix.length);
    this.#prefixLengths.set(prefix[0] ?? '', lengths);
  }
}

/** The words of a choice that is one word, or a group of single words; undefined for longer ones. */
function singleWords(choice: readonly Part[]): { word: string; prefix: boolean }[] | undefined {
  const [only, ...rest] = choice;
  if (!only || rest.length > 0 || only.kind === 'gap') return undefined;
  if (only.kind === 'word') return [only];
  if (only.optional) return undefined;
  const words: { word: string; prefix: boolean }[] = [];
  for (const inner of only.choices) {
    const found = singleWords(inner);
    if (!found) return undefined;
    words.push(...found);
  }
  return words;
}
