import type { Directory } from './directory.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { indexDirectory } from './directory-index.ts';
import type { Listing } from './listing.ts';
import { listingsOf } from './listing.ts';
import { searchDirectory } from './search-directory.ts';

export interface ReferralQuery {
  /** A code of the directory's taxonomy, such as `runaway`. */
  service?: string;
  /** Two letters of a US state, when one is known. */
  state?: string;
  /** ISO 639-1: entries that list it come first. */
  language: string;
  /** YYYY-MM-DD; without it entries that should have been checked again are offered too. */
  today?: string;
}

/** What a text may say of an entry. */
export interface Referral {
  id: string;
  name: string;
  number: string;
}

const LONG_AGO = '0000-01-01';

/** The first three services that fit: those of the state, else the national lines. Empty when none fits. */
export function findReferrals(directory: Directory, query: ReferralQuery): Referral[] {
  const answer = searchDirectory(indexed(directory), {
    services: query.service === undefined ? [] : [query.service],
    place: query.state === undefined ? null : { state: query.state },
    language: query.language,
    today: query.today ?? LONG_AGO,
  });
  return answer.kind === 'found' ? answer.entries.map(referral) : [];
}

function referral({ id, name, number }: Listing): Referral {
  return { id, name, number };
}

const INDEXES = new WeakMap<Directory, DirectoryIndex>();

/** A directory's index, made once: directories never change. */
export function indexed(directory: Directory): DirectoryIndex {
  const known = INDEXES.get(directory);
  if (known) return known;
  const index = indexDirectory(listingsOf(directory));
  INDEXES.set(directory, index);
  return index;
}
