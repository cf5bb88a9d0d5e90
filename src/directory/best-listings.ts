import type { DirectoryIndex } from './directory-index.ts';
import { dayNumber, SHARED_BIT } from './directory-index.ts';
import type { Listing } from './listing.ts';

interface Asked {
  services: readonly string[];
  language: string;
  /** YYYY-MM-DD */
  today: string;
}

interface Ranked {
  listing: Listing;
  service: number;
  score: number;
}

// Each outweighs all that follow it: verified, gives all that is asked, near (km, up to 1,000 and 80 more), speaks the language.
const UNVERIFIED = 1e6;
const NOT_ALL = 1e5;
const ANOTHER_LANGUAGE = 0.01;

/** The first few of the listings that fit, in order, however many are added: of a crowded city only those that are said are sorted. */
export class BestListings {
  readonly found: Ranked[] = [];
  readonly #index: DirectoryIndex;
  readonly #asked: Asked;
  readonly #most: number;
  readonly #wanted: number;
  readonly #today: number;

  constructor(index: DirectoryIndex, asked: Asked, most: number) {
    this.#index = index;
    this.#asked = asked;
    this.#most = most;
    this.#wanted = asked.services.reduce((mask, code) => mask | bit(index.bits.get(code)), 0);
    this.#today = dayNumber(asked.today);
  }

  /** True when it gives some of what is asked and need not be checked again first. */
  fits(at: number): boolean {
    const { kinds, lastDay, listings } = this.#index;
    const { services } = this.#asked;
    if ((lastDay[at] ?? 0) < this.#today) return false;
    if (services.length === 0) return true;
    const shared = (kinds[at] ?? 0) & this.#wanted;
    if (shared === 0) return false;
    return shared !== bit(SHARED_BIT) || services.some((code) => listings[at]?.services.includes(code));
  }

  /** Takes a listing in if it fits and is among the best; a service with several places keeps its best one. */
  add(at: number, km = 0): void {
    const listing = this.#index.listings[at];
    if (!listing || !this.fits(at)) return;
    const { services, language } = this.#asked;
    const least = km + (listing.verified ? 0 : UNVERIFIED);
    if (this.found.length === this.#most && least >= (this.found.at(-1)?.score ?? 0)) return;
    const all = services.every((code) => listing.services.includes(code));
    const score = least + (all ? 0 : NOT_ALL) + (listing.languages.includes(language) ? 0 : ANOTHER_LANGUAGE);
    const service = this.#index.serviceOf[at] ?? 0;
    const known = this.found.findIndex((one) => one.service === service);
    if (known >= 0) {
      if ((this.found[known]?.score ?? 0) <= score) return;
      this.found.splice(known, 1);
    }
    const place = this.found.findIndex((one) => one.score > score);
    this.found.splice(place < 0 ? this.found.length : place, 0, { listing, service, score });
    if (this.found.length > this.#most) this.found.pop();
  }
}

function bit(number: number | undefined): number {
  return number === undefined ? 0 : 1 << number;
}
