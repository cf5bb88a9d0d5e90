import type { Directory } from '../directory/directory.ts';
import { nameWords } from '../directory/directory-index.ts';
import { indexed } from '../directory/find-referrals.ts';
import { type DirectoryAnswer, searchDirectory } from '../directory/search-directory.ts';
import type { Places } from '../understanding/place-lists.ts';
import { type Place, readPlace } from '../understanding/read-place.ts';
import { readServices } from '../understanding/read-services.ts';
import type { Services } from '../understanding/service-lists.ts';

/** What is known of the help that someone looks for; all but `service` in their own words. */
export interface Wish {
  /** A code of the directory's taxonomy. */
  service?: string | undefined;
  request?: string | undefined;
  place?: string | undefined;
  state?: string | undefined;
  /** They were asked where once more, for what they had said first named no place. */
  askedAgain?: boolean | undefined;
}

export type FoundHelp = DirectoryAnswer | { kind: 'where' };

/** A word that so few names hold is enough to tell an organization by; of others it takes two. */
const FEW = 3;

/**
 * Looks for help by what was asked for, in words. `where`: neither these nor a first answer name a place. A place whose name several
 * bear is asked about once: after that, the largest is meant.
 */
export function findHelp(
  { directory, places, services }: { directory: Directory; places: Places; services: Services },
  wish: Wish,
  { language, today, after }: { language: string; today: string; after: number },
): FoundHelp {
  const index = indexed(directory);
  const query = { language, today, after };
  if (wish.request === undefined) {
    return searchDirectory(index, {
      ...query,
      services: wish.service === undefined ? [] : [wish.service],
      place: null,
    });
  }
  const asked = readServices(wish.request, services).filter((service) => service !== 'referrals');
  const place = placeOf(wish, places);
  const organization = asked.length === 0 ? organizationIn(wish.request, directory) : undefined;
  if (organization !== undefined) {
    const named = searchDirectory(index, { ...query, services: [], place, organization });
    if (named.kind === 'found') return named;
  }
  if (place === null && (wish.place === undefined || !wish.askedAgain)) return { kind: 'where' };
  return searchDirectory(index, { ...query, services: asked, place });
}

/** What the request itself says of where beats what was said before; only an open question is closed by the state. */
function placeOf({ request = '', place = '', state = '' }: Wish, places: Places): Place | null {
  const found = readPlace(request, places) ?? readPlace(place, places);
  if (!found?.ambiguous) return found;
  const told = readPlace(state, places) ?? undefined;
  if (state === '') return found;
  const { ambiguous: _, ...settled } = found;
  return { ...settled, ...(told?.state && { state: told.state }) };
}

function organizationIn(request: string, directory: Directory): string | undefined {
  const { byWord } = indexed(directory);
  const known = nameWords(request).filter((word) => word.length > 2 && byWord.has(word));
  const telling = known.filter((word) => (byWord.get(word)?.length ?? 0) <= FEW);
  return telling.length > 0 && known.length > 0 ? known.join(' ') : undefined;
}
