import type { Profile } from '../../flow/profile.ts';
import type { KeptKind } from './retention-view.ts';

/** How many days each is kept, as a line's profile says, or as is usual. */
export function daysOf({ retention }: Pick<Profile, 'retention'>): Record<KeptKind, number> {
  const { transcriptDays = 90, recordDays = 1_095, auditDays = 2_190 } = retention ?? {};
  return { transcript: transcriptDays, record: recordDays, audit: auditDays };
}
