import { BestListings } from './best-listings.ts';
import { type Coordinates, coordinatesOf, stateOfZip, statesOfCity } from './coordinates.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { nameWords } from './directory-index.ts';
import type { Listing } from './listing.ts';

/** More than this cannot be read on a phone in a hurry. */
const AT_ONCE = 3;
/** About an hour by car. */
const NEAR_KM = 80;
const KM_PER_DEGREE = 111.2;
/** Further than anything near. */
const BEYOND_NEAR = 1_000;
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
  const best = new BestListings(index, query, (query.after ?? 0) + AT_ONCE + 1);
  if (query.organization !== undefined) {
    for (const at of named(index, query.organization, query.place?.state)) best.add(at);
    return page('named', best, query);
  }
  const choices = query.place?.ambiguous ? choicesFor(query.place) : [];
  if (choices.length > 1) return { kind: 'which-place', choices };
  const middle = query.place === null ? undefined : coordinatesOf(query.place);
  if (middle) addNear(best, index, middle);
  const near = best.found.length > 0;
  const state = query.place?.state ?? (query.place?.zip === undefined ? undefined : stateOfZip(query.place.zip));
  for (const at of (state !== undefined && index.byState.get(state)) || []) {
    // What has a place of its own and is within reach was found by it.
    if (!near) best.add(at);
    else if (index.listings[at]?.latitude === undefined) best.add(at, BEYOND_NEAR);
  }
  if (best.found.length > 0) return page(near ? 'near' : 'state', best, query);
  for (const at of index.national) best.add(at);
  return page('national', best, query);
}

type Reach = Extract<DirectoryAnswer, { kind: 'found' }>['reach'];

function page(reach: Reach, { found }: BestListings, { after = 0 }: DirectoryQuery): DirectoryAnswer {
  const entries = found.slice(after, after + AT_ONCE).map(({ listing }) => listing);
  if (entries.length === 0) return { kind: 'nothing' };
  return { kind: 'found', reach, entries, more: found.length > after + AT_ONCE ? after + AT_ONCE : undefined };
}

function choicesFor({ city, state }: { city?: string; state?: string }): { city?: string; state: string }[] {
  // The bare "Washington": the state, or the capital.
  if (city === undefined) return state === 'WA' ? [{ state }, { city: 'Washington', state: 'DC' }] : [];
  return statesOfCity(city)
    .slice(0, MOST_CHOICES)
    .map((one) => ({ city, state: one }));
}

function addNear(best: BestListings, index: DirectoryIndex, middle: Coordinates): void {
  const { latitude, longitude } = middle;
  const shrink = Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  const high = NEAR_KM / KM_PER_DEGREE;
  for (const item of index.map.range(
    longitude - high / shrink,
    latitude - high,
    longitude + high / shrink,
    latitude + high,
  )) {
    const at = index.mapped[item] ?? 0;
    if (!best.fits(at)) continue;
    const { latitude: north = 0, longitude: east = 0 } = index.listings[at] ?? {};
    // Within an hour by car the earth is flat.
    const km = KM_PER_DEGREE * Math.hypot(north - latitude, (east - longitude) * shrink);
    if (km <= NEAR_KM) best.add(at, km);
  }
}

/** Positions of what bears all the words in its name or its organization's. */
function named(index: DirectoryIndex, name: string, state: string | undefined): number[] {
  const lists = nameWords(name).map((word) => index.byWord.get(word));
  const [first, ...rest] = lists.toSorted((a, b) => (a?.length ?? 0) - (b?.length ?? 0));
  if (!first) return [];
  const others = rest.map((list) => new Set(list));
  return first.filter((at) => {
    const listing = index.listings[at];
    const inState = state === undefined || listing?.national || listing?.states.includes(state);
    return inState && others.every((set) => set.has(at));
  });
}
