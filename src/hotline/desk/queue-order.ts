import type { Card } from '../../conversation/card.ts';
import type { Priority } from '../../conversation/priority.ts';

const MINUTE = 60_000;

/**
 * How much longer somebody in a lower class must have waited to come first: so a class goes before the next, and nobody is
 * passed over for ever. Whoever waits as `rest` for eight hours stands before a red that has just come.
 */
const AHEAD_MS: Record<Priority, number> = { red: 480 * MINUTE, crisis: 120 * MINUTE, urgent: 30 * MINUTE, rest: 0 };

/** The longest that anybody waits behind people who came later. */
export const NOBODY_STARVES_MS = AHEAD_MS.red;

type Placed = Pick<Card, 'priority' | 'since' | 'silentSince'>;

/**
 * The order in which people should be taken: by class, within a class the longest wait first, and everybody in the end. Who has
 * fallen silent keeps the place they had, for the wait of somebody who does not write should not pass one who does.
 */
export function queueOrder<T>(waiting: readonly T[], cardOf: (entry: T) => Placed, now: number): T[] {
  return waiting
    .map((entry) => ({ entry, rank: rankOf(cardOf(entry), now) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

function rankOf({ priority, since, silentSince }: Placed, now: number): number {
  return AHEAD_MS[priority] + Math.max(0, (silentSince ?? now) - since);
}
