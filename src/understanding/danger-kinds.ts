import { hash } from './feature-place.ts';
import type { Token } from './tokens.ts';

/** For a word as matched, the kinds that it belongs to: "cellar" -> room. The same names in every language. */
export type Kinds = ReadonlyMap<string, readonly string[]>;

/** How many words apart two kinds may stand and still be taken for one thought: "took … passport". */
const REACH = 6;

/**
 * What the words are about, without the words: kinds, their order within a sentence, and which kinds meet in the passage at all. So what is
 * learned of a locked cellar is known of a bolted attic, and what is learned in English is known in Spanish.
 */
export function kindGroups(tokens: readonly Token[], kinds: Kinds, add: (hashed: number, owner: number) => void): void {
  const of = tokens.map(({ word }) => kinds.get(word) ?? []);
  const met = new Map<string, number>();
  for (const [at, own] of of.entries()) {
    for (const one of own) {
      if (!met.has(one)) met.set(one, at);
      add(hash(6, one), at);
      followers(one, at, tokens, of, add);
    }
  }
  const names = [...met.keys()].sort();
  for (const [at, one] of names.entries())
    for (const two of names.slice(at + 1)) add(hash(10, one, two), met.get(one) ?? at);
}

function followers(
  one: string,
  at: number,
  tokens: readonly Token[],
  of: readonly (readonly string[])[],
  add: (hashed: number, owner: number) => void,
): void {
  for (let to = at + 1; to <= at + REACH && to < of.length; to++) {
    if (tokens[to]?.before === 'sentence') return;
    for (const two of of[to] ?? []) {
      add(hash(7, one, two), at);
      if (to === at + 1) add(hash(8, one, two), at);
      if (to === at + 2) for (const between of of[at + 1] ?? []) add(hash(9, one, between, two), at);
    }
  }
}
