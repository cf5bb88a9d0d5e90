import { findHelp } from '../../conversation/find-help.ts';
import type { Clock } from '../ports.ts';
import type { SetLibrary } from '../set-library.ts';
import type { ReferralEntry, ReferralView } from './referral-view.ts';

export interface ReferralSearch {
  /** What is needed, or an organization's name, in anybody's words. */
  request: string;
  place: string;
  /** The texter's: entries that speak it come first, and the texts are worded in it. */
  language: string;
  /** How many were seen before. */
  after: number;
}

/**
 * Looks in the directory as the bot does: never a confidential place's address, never an entry past the day by which it was to
 * be checked again. The newest directory is searched, whichever set the conversation is pinned to.
 */
export function createFindForDesk({ clock, library }: { clock: Clock; library: SetLibrary }) {
  return ({ request, place, language, after }: ReferralSearch): ReferralView => {
    const { set, words } = library.current();
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const found = findHelp(set, { request, place }, { language, today, after });
    if (found.kind !== 'found') return found;
    const entries = found.entries.map(
      ({ id, name, organization, number, area, languages, verified, reverifyBy }): ReferralEntry => ({
        ...{ id, name, organization, number, languages, verified },
        ...(area !== undefined && { area }),
        ...(reverifyBy !== undefined && { reverifyBy }),
        text: words.render(language, 'referral.entry', { name: area ? `${name}, ${area}` : name, number }),
      }),
    );
    return { kind: 'found', reach: found.reach, entries, ...(found.more !== undefined && { more: found.more }) };
  };
}

export type FindForDesk = ReturnType<typeof createFindForDesk>;
