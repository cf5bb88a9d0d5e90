import KDBush from 'kdbush';
import type { Listing } from './listing.ts';

/** Listings, ready to be searched. Made once for a directory; a search then reads only what is near or in the state. */
export interface DirectoryIndex {
  listings: readonly Listing[];
  /** Position on the map; its items are positions in `mapped`. */
  map: KDBush;
  mapped: Uint32Array;
  /** Each state's listings and the nation's: verified first, then by name. */
  byState: ReadonlyMap<string, Uint32Array>;
  national: Uint32Array;
  /** Words of the names of services and organizations. */
  byWord: ReadonlyMap<string, readonly number[]>;
}

export function indexDirectory(listings: Iterable<Listing>): DirectoryIndex {
  const all = [...listings].sort(byRank);
  const onMap = all.flatMap((listing, at) =>
    listing.latitude !== undefined && listing.longitude !== undefined ? [at] : [],
  );
  const map = new KDBush(onMap.length, 64, Float32Array);
  for (const at of onMap) map.add(all[at]?.longitude ?? 0, all[at]?.latitude ?? 0);
  map.finish();
  const byState = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const national: number[] = [];
  for (const [at, listing] of all.entries()) {
    if (listing.national) national.push(at);
    for (const state of listing.states) push(byState, state, at);
    for (const word of new Set(nameWords(`${listing.name} ${listing.organization}`))) push(byWord, word, at);
  }
  return {
    listings: all,
    map,
    mapped: Uint32Array.from(onMap),
    byState: new Map([...byState].map(([state, list]) => [state, Uint32Array.from(list)])),
    national: Uint32Array.from(national),
    byWord,
  };
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
