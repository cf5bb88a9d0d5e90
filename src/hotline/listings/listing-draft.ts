import type { PublishedSet } from '../../conversation/published-set.ts';
import { LONGEST_NAME } from '../../directory/directory.ts';
import { indexed } from '../../directory/find-referrals.ts';
import { searchDirectory } from '../../directory/search-directory.ts';
import { readPlace } from '../../understanding/read-place.ts';
import { readServices } from '../../understanding/read-services.ts';
import { SERVICES } from '../../understanding/service-lists.ts';
import type { ListingDraft, ListingForm } from './listing-view.ts';
import { formOf } from './service-of.ts';

const NUMBER = /\d(?:[\s().-]*\d){6,13}/;
const LONG_AGO = '0000-01-01';

/** What can be read out of the words of whoever wants to be listed; a person completes it. */
export function listingDraft(
  answers: Readonly<Record<string, string>>,
  { set, language }: { set: PublishedSet; language: string },
): ListingDraft {
  const { name = '', services = '', place = '', process = '' } = answers;
  const read = readPlace(place, set.places);
  const offered = [...new Set([...numbered(services), ...readServices(services, set.services)])];
  const form: ListingForm = {
    ...{ name: name.slice(0, LONGEST_NAME), organization: name, services: offered, languages: [language] },
    // The number of whoever asks is for the staff, and never for a text.
    number: numberIn(process),
    ...{ national: false, states: [], confidential: false, reverifyBy: '', checked: false },
    ...{ city: read?.city ?? '', state: read?.state ?? '', zip: read?.zip ?? '' },
  };
  return { form, matches: matchesOf(name, set), services: SERVICES };
}

/** The question offers them by number, in their order. */
function numbered(answer: string): string[] {
  return (answer.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? []).flatMap((digits) => SERVICES[Number(digits) - 1] ?? []);
}

function numberIn(words: string): string {
  const digits =
    NUMBER.exec(words)?.[0]
      .replace(/\D/g, '')
      .replace(/^1(?=\d{10}$)/, '') ?? '';
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
}

function matchesOf(organization: string, { directory }: PublishedSet): ListingForm[] {
  const query = { services: [], place: null, organization, language: 'en', today: LONG_AGO };
  const found = organization === '' ? undefined : searchDirectory(indexed(directory), query);
  const ids = found?.kind === 'found' ? found.entries.map(({ id }) => id) : [];
  return directory.services.filter(({ id }) => ids.includes(id)).map(formOf);
}
