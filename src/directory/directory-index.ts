import KDBush from 'kdbush';
import type { Listing } from './listing.ts';

/**
 * Listings, ready to be searched. Made once for a directory; a search then reads only what is near or in the state, and of most of that
 * only numbers. A listing is known by its position in `listings`, which are verified first, then by name.
 */
export interface DirectoryIndex {
  listings: readonly Listing[];
  /** The same number for a service's listings at its several places. */
  serviceOf: Uint32Array;
  /** A bit for each code of the taxonomy, see `bits`. */
  kinds: Uint32Array;
  bits: ReadonlyMap<string, number>;
  /** Last day on which it may be offered, as {@link dayNumber}. */
  lastDay: Uint32Array;
  /** Positions on the earth; the map's items are places in `mapped`. */
  map: KDBush;
  mapped: Uint32Array;
  byState: ReadonlyMap<string, Uint32Array>;
  national: Uint32Array;
  /** Words of the names of services and organizations. */
  byWord: ReadonlyMap<string, readonly number[]>;
}

/** Codes beyond these share the last bit; who finds that bit looks at the codes themselves. */
export const SHARED_BIT = 31;
const NEVER = 99_999_999;

export function indexDirectory(listings: Iterable<Listing>): DirectoryIndex {
  const all = [...listings].sort(byRank);
  const onMap = all.flatMap((listing, at) => (listing.latitude === undefined ? [] : [at]));
  const map = new KDBush(onMap.length, 64, Float32Array);
  for (const at of onMap) map.add(all[at]?.longitude ?? 0, all[at]?.latitude ?? 0);
  map.finish();
  const services = new Map<string, number>();
  const bits = new Map<string, number>();
  const byState = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const national: number[] = [];
  const kinds = new Uint32Array(all.length);
  for (const [at, listing] of all.entries()) {
    if (!services.has(listing.id)) services.set(listing.id, services.size);
    for (const code of listing.services) {
      const bit = bits.get(code) ?? Math.min(bits.size, SHARED_BIT);
      bits.set(code, bit);
      kinds[at] = (kinds[at] ?? 0) | (1 << bit);
    }
    if (listing.national) national.push(at);
    for (const state of listing.states) push(byState, state, at);
    for (const word of new Set(nameWords(`${listing.name} ${listing.organization}`))) push(byWord, word, at);
  }
  return {
    listings: all,
    serviceOf: Uint32Array.from(all, ({ id }) => services.get(id) ?? 0),
    kinds,
    bits,
    lastDay: Uint32Array.from(all, ({ reverifyBy }) => (reverifyBy === undefined ? NEVER : dayNumber(reverifyBy))),
    map,
    mapped: Uint32Array.from(onMap),
    byState: new Map([...byState].map(([state, list]) => [state, Uint32Array.from(list)])),
    national: Uint32Array.from(national),
    byWord,
  };
}

/** 2026-06-01 as 20260601: numbers in the order of days. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** The words of a name that tell it from others, small and without accents. */
export function nameWords(name: string): string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll("'", '');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !COMMON.has(word));
}

const COMMON = new Set(['the', 'of', 'and', 'for', 'a', 'in', 'at', 'to', 'inc', 'de', 'la', 'el']);

function push<K>(lists: Map<K, number[]>, key: K, at: number): void {
  const list = lists.get(key);
  if (list) list.push(at);
  else lists.set(key, [at]);
}

function byRank(a: Listing, b: Listing): number {
  return Number(b.verified) - Number(a.verified) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}
