import zipcodes from 'zipcodes/lib/codes.js';
import { fold } from './normalise.ts';
import { STATES } from './states.ts';
import { AMBIGUOUS, MORE_CITIES, WRITTEN } from './well-known-cities.ts';

export interface City {
  /** As English writes it: St. Louis, McAllen. */
  name: string;
  /** The states that have one of this name, each with its number of ZIP codes: a rough measure of size. */
  states: ReadonlyMap<string, number>;
  /** ZIP codes of the largest. */
  size: number;
  /** Several well-known places bear the name. */
  ambiguous: boolean;
}

interface Gazetteer {
  cities: ReadonlyMap<string, City>;
  /** First letter to the keys of cities large enough to be meant by a misspelt word anywhere. */
  large: readonly string[];
  byState: ReadonlyMap<string, readonly string[]>;
  prefixes: ReadonlySet<string>;
  /** Names of several words as a hurried thumb writes them: sanfrancisco. */
  glued: ReadonlyMap<string, string>;
}

/** More ZIP codes than a town has. */
const LARGE = 8;
const SHORT: Record<string, string> = { saint: 'st', fort: 'ft', mount: 'mt' };

/** The words of a place's name in the one form that it is looked up in: "Saint Louis" and "st. louis" as "st louis". */
export function placeKey(words: readonly string[]): string {
  return words.map((word) => SHORT[word] ?? word).join(' ');
}

/** The key of the city that a word written without its spaces stands for: "sanfrancisco" for "san francisco". */
export function unglued(key: string): string {
  return gazetteer().glued.get(key) ?? key;
}

export function cityNamed(key: string): City | undefined {
  return gazetteer().cities.get(key);
}

/** Keys of the cities in a state, or of the large ones anywhere. */
export function cityKeys(state?: string): readonly string[] {
  return state === undefined ? gazetteer().large : (gazetteer().byState.get(state) ?? []);
}

/** True when the post delivers to ZIP codes that begin like this one; new codes of an area count, unless they look like money. */
export function zipExists(zip: string): boolean {
  if (zip.endsWith('000')) return Object.hasOwn(zipcodes.codes, zip);
  return gazetteer().prefixes.has(zip.slice(0, 3));
}

let built: Gazetteer | undefined;

/** Built at first use and kept: 19,000 names need 30 ms. */
function gazetteer(): Gazetteer {
  built ??= build();
  return built;
}

function build(): Gazetteer {
  const cities = new Map<string, City & { states: Map<string, number> }>();
  const prefixes = new Set<string>();
  const add = (name: string, state: string, zips: number) => {
    const key = keyOf(name);
    const city = cities.get(key) ?? {
      name: written(name, key),
      states: new Map(),
      size: 0,
      ambiguous: key in AMBIGUOUS,
    };
    const count = (city.states.get(state) ?? 0) + zips;
    city.states.set(state, count);
    city.size = Math.max(city.size, count);
    cities.set(key, city);
  };
  for (const { zip, city, state } of Object.values(zipcodes.codes)) {
    if (!Object.hasOwn(STATES, state)) continue;
    prefixes.add(zip.slice(0, 3));
    add(city.replace(/\bMc (?=[A-Z])/u, 'Mc'), state, 1);
  }
  for (const [name, state] of MORE_CITIES) add(name, state, LARGE);
  const byState = new Map<string, string[]>();
  for (const [key, { states }] of cities) {
    for (const state of states.keys()) {
      const keys = byState.get(state);
      if (keys) keys.push(key);
      else byState.set(state, [key]);
    }
  }
  const large = [...cities].filter(([, { size }]) => size >= LARGE).sort(([, a], [, b]) => b.size - a.size);
  const keys = large.map(([key]) => key);
  const glued = new Map(
    keys.filter((key) => key.includes(' ')).map((key): [string, string] => [key.replaceAll(' ', ''), key]),
  );
  for (const key of cities.keys()) glued.delete(key);
  return { cities, large: keys, byState, prefixes, glued };
}

function keyOf(name: string): string {
  return placeKey(
    fold(name.toLowerCase())
      .replaceAll("'", '')
      .split(/[\s.-]+/u)
      .filter(Boolean),
  );
}

function written(name: string, key: string): string {
  return (
    WRITTEN[key] ??
    name.replace(/^Saint /u, 'St. ').replace(/^Mc([a-z])/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
  );
}
