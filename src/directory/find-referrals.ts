import type { Directory } from './directory.ts';

/** At most this many in one answer: more cannot be read on a phone in a hurry. */
const MOST = 3;

export interface ReferralQuery {
  /** A code of the directory's taxonomy, such as `runaway`. */
  service?: string;
  /** Two letters of a US state, when one is known. */
  state?: string;
  /** ISO 639-1: entries that list it come first. */
  language: string;
}

export interface Referral {
  id: string;
  name: string;
  number: string;
}

/** The services that fit, the nearest area first and then those that speak the language. Empty when none fits. */
export function findReferrals(directory: Directory, query: ReferralQuery): Referral[] {
  const fitting = directory.services.filter(
    (service) =>
      service.status === 'active' &&
      (!query.service || service.attributes.some(({ taxonomy_term: term }) => term.code === query.service)) &&
      service.service_areas.some((area) => covers(area, query.state)),
  );
  const rank = (service: Directory['services'][number]): number =>
    (service.service_areas.some((area) => area.extent_type === 'state') ? 0 : 2) +
    (service.languages.some(({ code }) => code === query.language) ? 0 : 1);
  return fitting
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    .map(({ id, name, phones }) => ({ id, name, number: phones[0]?.number ?? '' }));
}

function covers(area: { extent_type: string; extent: string }, state: string | undefined): boolean {
  return area.extent_type === 'country' || area.extent === state;
}
