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

interface State<Label> {
  /** The class of words that leads on; undefined: any word, as inside a gap. */
  wordClass: number | undefined;
  next: State<Label>[];
  ends: Label | undefined;
}

/**
 * Finds many phrases in one pass over the words of a text. All phrases live in one automaton; each word moves a set of states that is never
 * larger than the automaton, so the time is linear in the text however it is built.
 */
export class PhraseMatcher<Label> {
  readonly #classes = new Map<string, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byPrefix = new Map<string, number[]>();
  readonly #prefixLengths = new Set<number>();
  readonly #starts = new Map<number, State<Label>[]>();
  readonly #gapStops: ReadonlySet<string>;

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
    return this.#classesOf(word).length > 0;
  }

  find(tokens: readonly Token[]): Hit<Label>[] {
    const hits: Hit<Label>[] = [];
    let active = new Map<State<Label>, number>();
    const cache = new Map<string, number[]>();
    for (const [at, token] of tokens.entries()) {
      const classes = cache.get(token.word) ?? this.#classesOf(token.word);
      cache.set(token.word, classes);
      const moved = new Map<State<Label>, number>();
      const enter = (state: State<Label>, from: number) => {
        for (const next of state.next) {
          if (next.ends !== undefined) hits.push({ label: next.ends, from, to: at });
          // The latest start wins: the shortest reading of a phrase is the likeliest.
          else if ((moved.get(next) ?? -1) < from) moved.set(next, from);
        }
      };
      const bridges = token.before !== 'sentence' && !this.#gapStops.has(token.word);
      for (const [state, from] of active) {
        if (state.wordClass === undefined ? bridges : classes.includes(state.wordClass)) enter(state, from);
      }
      for (const wordClass of classes) {
        for (const state of this.#starts.get(wordClass) ?? []) enter(state, at);
      }
      active = moved;
    }
    return hits;
  }

  #classesOf(word: string): number[] {
    const classes = [...(this.#byWord.get(word) ?? [])];
    for (const length of this.#prefixLengths) {
      const found = length <= word.length ? this.#byPrefix.get(word.slice(0, length)) : undefined;
      if (found) classes.push(...found);
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
    const single = part.choices.flatMap((choice) => singleWords(choice) ?? []);
    const several = part.choices.filter((choice) => singleWords(choice) === undefined);
    const starts = several.flatMap((choice) => this.#sequence(choice, after));
    if (single.length > 0) starts.push(this.#state(this.#class(single), after));
    if (part.optional) starts.push(...after);
    return [...new Set(starts)];
  }

  #state(wordClass: number | undefined, next: State<Label>[]): State<Label> {
    return { wordClass, next, ends: undefined };
  }

  #class(words: { word: string; prefix: boolean }[]): number {
    const key = [...new Set(words.map(({ word, prefix }) => (prefix ? `${word}*` : word)))].sort().join(' ');
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const wordClass = this.#classes.size;
    this.#classes.set(key, wordClass);
    for (const entry of key.split(' ')) {
      const [index, word] = entry.endsWith('*') ? [this.#byPrefix, entry.slice(0, -1)] : [this.#byWord, entry];
      if (index === this.#byPrefix) this.#prefixLengths.add(word.length);
      const classes = index.get(word);
      if (classes) classes.push(wordClass);
      else index.set(word, [wordClass]);
    }
    return wordClass;
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
