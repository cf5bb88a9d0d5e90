import type { Kinds } from './danger-kinds.ts';
import { kindGroups } from './danger-kinds.ts';
import { hash, placeOf } from './feature-place.ts';
import type { Token } from './tokens.ts';

/** What the model looks at in one passage. Feature i stands at `places[i]`, counts `values[i]`, and came with token `owners[i]` (-1: none). */
export interface Features {
  places: number[];
  values: number[];
  owners: number[];
}

/** How much each kind of feature counts beside the others, before it is shared among the passage's features of that kind. */
const SHARE = { words: 3, letters: 4, kinds: 3, signs: 3, pairs: 1.5 };
const LONGEST_WORD = 24;

/** Words with their neighbours, also over a gap of one or two, letter groups inside words, kinds of words, signs of the lists and pairs of them. */
export function dangerFeatures(tokens: readonly Token[], signs: readonly string[], kinds: Kinds): Features {
  const features: Features = { places: [], values: [], owners: [] };
  const words = tokens.map(({ word }) => wordClass(word));
  group(features, SHARE.words, (add) => wordGroups(words, tokens, add));
  group(features, SHARE.letters, (add) => {
    for (const [at, word] of words.entries()) letterGroups(word, at, add);
  });
  group(features, SHARE.kinds, (add) => kindGroups(tokens, kinds, add));
  group(features, SHARE.signs, (add) => {
    for (const sign of signs) add(hash(4, sign), -1);
  });
  group(features, SHARE.pairs, (add) => {
    for (const [at, one] of signs.entries()) for (const two of signs.slice(at + 1)) add(hash(5, one, two), -1);
  });
  return features;
}

type Add = (hashed: number, owner: number) => void;

function group(features: Features, share: number, fill: (add: Add) => void): void {
  const before = features.places.length;
  const seen = new Set<number>();
  fill((hashed, owner) => {
    const place = placeOf(hashed);
    if (seen.has(place)) return;
    seen.add(place);
    features.places.push(place);
    features.owners.push(owner);
  });
  const value = share / Math.sqrt(Math.max(1, features.places.length - before));
  for (let at = before; at < features.places.length; at++) features.values.push(value);
}

function wordGroups(words: readonly string[], tokens: readonly Token[], add: Add): void {
  const at = (index: number) => (index < 0 ? '^' : (words[index] ?? '$'));
  for (let index = -1; index < words.length; index++) {
    const word = at(index);
    if (index >= 0) add(hash(0, word), index);
    add(hash(1, word, at(index + 1)), Math.max(0, index));
    if (index < 0 || index + 1 >= words.length) continue;
    add(hash(1, word, at(index + 1), at(index + 2)), index);
    // A gap reaches no further than the sentence.
    for (let gap = 2; gap <= 3 && index + gap < words.length; gap++) {
      if (tokens[index + gap]?.before === 'sentence') break;
      add(hash(2, word, at(index + gap)), index);
    }
  }
}

/** Three to five letters, word edges told apart: they find a word again when it is misspelt or inflected. Hangul packs letters closer. */
function letterGroups(word: string, owner: number, add: Add): void {
  const [shortest, longest] = /\p{Script=Hangul}/u.test(word) ? [1, 3] : [3, 5];
  const edged = `<${word.slice(0, LONGEST_WORD)}>`;
  if (edged.length <= shortest) return;
  for (let from = 0; from + shortest <= edged.length; from++) {
    for (let length = shortest; length <= longest && from + length <= edged.length; length++) {
      add(hash(3, edged.slice(from, from + length)), owner);
    }
  }
}

/** Ages of minors, small counts and other numbers are three words, whatever the figure. */
function wordClass(word: string): string {
  if (!/^\d+$/u.test(word) || word === '911') return word;
  const number = Number(word);
  if (number >= 10 && number < 18) return '#teen';
  return number < 10 ? '#few' : number < 100 ? '#many' : '#number';
}
