import { distance } from 'geokdbush';
import { coordinatesOf, stateOfZip, statesOfCity } from './coordinates.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { nameWords } from './directory-index.ts';
import type { Listing } from './listing.ts';

/** More than this cannot be read on a phone in a hurry. */
const AT_ONCE = 3;
/** About an hour by car. */
const NEAR_KM = 80;
const KM_PER_DEGREE = 111.2;
const MOST_CHOICES = 4;

export interface DirectoryQuery {
  /** Kinds of help, any of which fits; entries that give all of them come first. Empty: any help. */
  services: readonly string[];
  /** As understood from a text. `ambiguous` is asked about; null: nothing is known of where. */
  place: { zip?: string; city?: string; state?: string; ambiguous?: boolean } | null;
  /** Words of an organization's name, in place of a kind of help. */
  organization?: string;
  /** ISO 639-1: of entries as near, those that speak it come first. */
  language: string;
  /** YYYY-MM-DD: entries to be checked again before this day are not offered. */
  today: string;
  /** How many were said before: what the last answer gave as `more`. */
  after?: number;
}

export type DirectoryAnswer =
  /** Several places bear the name: ask once which, and search again with the one chosen. */
  | { kind: 'which-place'; choices: { city?: string; state: string }[] }
  /** At most three. `reach` tells how they were found: near the place, in its state, or nationwide because nothing is nearer. */
  | { kind: 'found'; reach: 'near' | 'state' | 'national' | 'named'; entries: Listing[]; more: number | undefined }
  | { kind: 'nothing' };

/**
 * Finds services by need and place, or by an organization's name. Verified entries come first, then those that give all that is
 * asked, then the nearest. National lines are offered when nothing is near. Pure: the same query has the same answer.
 */
export function searchDirectory(index: DirectoryIndex, query: DirectoryQuery): DirectoryAnswer {
  if (query.organization !== undefined) return page('named', byName(index, query.organization, query), query);
  const choices = query.place?.ambiguous ? choicesFor(query.place) : [];
  if (choices.length > 1) return { kind: 'which-place', choices };
  const middle = query.place === null ? undefined : coordinatesOf(query.place);
  const near = middle ? nearest(index, middle, query) : [];
  const state = query.place?.state ?? (query.place?.zip === undefined ? undefined : stateOfZip(query.place.zip));
  const inState =
    state === undefined ? [] : byFit(collect(index, index.byState.get(state), query, near.length === 0), query);
  const local = unique([...near, ...inState]);
  if (local.length > 0) return page(near.length > 0 ? 'near' : 'state', local, query);
  return page('national', unique(byFit(collect(index, index.national, query, true), query)), query);
}

function page(
  reach: 'near' | 'state' | 'national' | 'named',
  found: readonly Listing[],
  query: DirectoryQuery,
): DirectoryAnswer {
  const from = query.after ?? 0;
  const entries = found.slice(from, from + AT_ONCE);
  if (entries.length === 0) return { kind: 'nothing' };
  const next = from + entries.length;
  return { kind: 'found', reach, entries, more: next < found.length ? next : undefined };
}

function choicesFor({ city, state }: { city?: string; state?: string }): { city?: string; state: string }[] {
  // The bare "Washington": the state, or the capital.
  if (city === undefined) return state === 'WA' ? [{ state }, { city: 'Washington', state: 'DC' }] : [];
  return statesOfCity(city)
    .slice(0, MOST_CHOICES)
    .map((one) => ({ city, state: one }));
}

function fits(listing: Listing, { services, today }: DirectoryQuery): boolean {
  if (listing.reverifyBy !== undefined && listing.reverifyBy < today) return false;
  return services.length === 0 || services.some((service) => listing.services.includes(service));
}

function givesAll(listing: Listing, services: readonly string[]): boolean {
  return services.every((service) => listing.services.includes(service));
}

interface Found {
  listing: Listing;
  all: number;
  speaks: number;
  km: number;
}

function nearest(
  index: DirectoryIndex,
  middle: { latitude: number; longitude: number },
  query: DirectoryQuery,
): Listing[] {
  const { latitude, longitude } = middle;
  const high = NEAR_KM / KM_PER_DEGREE;
  const wide = high / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  const found: Found[] = [];
  for (const item of index.map.range(longitude - wide, latitude - high, longitude + wide, latitude + high)) {
    const listing = index.listings[index.mapped[item] ?? -1];
    if (!listing || !fits(listing, query)) continue;
    const km = distance(longitude, latitude, listing.longitude ?? 0, listing.latitude ?? 0);
    if (km > NEAR_KM) continue;
    found.push({
      listing,
      km,
      all: givesAll(listing, query.services) ? 0 : 1,
      speaks: listing.languages.includes(query.language) ? 0 : 1,
    });
  }
  return found.sort(byNearness).map(({ listing }) => listing);
}

function byNearness(a: Found, b: Found): number {
  return (
    Number(b.listing.verified) - Number(a.listing.verified) ||
    a.all - b.all ||
    a.km - b.km ||
    a.speaks - b.speaks ||
    (a.listing.id < b.listing.id ? -1 : 1)
  );
}

/** @param everywhere false leaves out what has a place of its own: what is within reach was found by it. */
function collect(
  index: DirectoryIndex,
  positions: Uint32Array | undefined,
  query: DirectoryQuery,
  everywhere: boolean,
): Listing[] {
  const found: Listing[] = [];
  for (const at of positions ?? []) {
    const listing = index.listings[at];
    if (listing && (everywhere || listing.latitude === undefined) && fits(listing, query)) found.push(listing);
  }
  return found;
}

/** Keeps the order by rank and name within those that fit as well. */
function byFit(listings: readonly Listing[], { services, language }: DirectoryQuery): Listing[] {
  const rank = (listing: Listing) =>
    (listing.verified ? 0 : 4) + (givesAll(listing, services) ? 0 : 2) + (listing.languages.includes(language) ? 0 : 1);
  const ranks: Listing[][] = [[], [], [], [], [], [], [], []];
  for (const listing of listings) ranks[rank(listing)]?.push(listing);
  return ranks.flat();
}

function byName(index: DirectoryIndex, name: string, query: DirectoryQuery): Listing[] {
  const lists = nameWords(name).map((word) => index.byWord.get(word));
  const [first, ...rest] = lists.toSorted((a, b) => (a?.length ?? 0) - (b?.length ?? 0));
  if (!first || rest.includes(undefined)) return [];
  const others = rest.map((list) => new Set(list));
  const state = query.place?.state;
  return unique(
    first.flatMap((at) => {
      const listing = index.listings[at];
      const inState = state === undefined || listing?.national || listing?.states.includes(state);
      return listing && inState && fits(listing, query) && others.every((set) => set.has(at)) ? [listing] : [];
    }),
  );
}

/** A service with several places is said once, at the nearest. */
function unique(listings: readonly Listing[]): Listing[] {
  const ids = new Set<string>();
  return listings.filter(({ id }) => !ids.has(id) && ids.add(id));
}
