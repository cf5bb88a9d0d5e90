import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { at } from './place.ts';

/** How long a fact that changes from year to year is believed, in days. */
const BELIEVED = 365;
const DAY_MS = 86_400_000;

/** No dated fact of the profile is older than a year, and none is from days to come. */
export const agedFacts: Check = ({ profile, profileSource, today = '' }) =>
  Object.entries(today ? profile.facts : {}).flatMap(([fact, { asOf }]): Finding[] => {
    const days = Math.floor((Date.parse(today) - Date.parse(asOf)) / DAY_MS);
    if (days >= 0 && days <= BELIEVED) return [];
    const message =
      days < 0 ? `"${fact}" is dated ${asOf}, which is yet to come` : `"${fact}" was true ${days} days ago`;
    const hint = 'ask the source again, and write the day of its answer';
    return [{ ...at(profileSource, ['facts', fact, 'asOf']), severity: 'warning', code: 'aged-fact', message, hint }];
  });
