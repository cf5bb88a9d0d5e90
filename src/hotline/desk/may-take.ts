import type { Card } from '../../conversation/card.ts';

/** Who could take somebody. */
export interface Taker {
  id: string;
  languages: readonly string[];
  skills: readonly string[];
}

/** Whoever a person is handed to has the first minute. */
export const RESERVED_MS = 60_000;
/** How long the queue waits for somebody who speaks the language and has the skill, when one is there. */
const PATIENCE_MS = { red: 30_000, crisis: 120_000, urgent: 300_000, rest: 300_000 };

/**
 * Whether "take the next" may give this person to this advocate: one that was kept for somebody has that one's first minute,
 * and language and skill count for as long as somebody who has them is there and the wait is short.
 */
export function mayTake(card: Card, taker: Taker, others: readonly Taker[], now: number): boolean {
  const keeper = keptFor(card, now);
  if (keeper !== undefined && keeper !== taker.id) return !others.some(({ id }) => id === keeper);
  if (card.reserved?.for === taker.id || suits(card, taker)) return true;
  // Of this wait, and not of all before it: whoever was handed to a skill a moment ago still waits for it.
  const waited = now - (card.waitFrom ?? card.since);
  const patient = waited >= 0 && waited < PATIENCE_MS[card.priority];
  return !patient || !others.some((other) => suits(card, other));
}

/** Who has the first minute. A minute that ends too far ahead was begun by a clock that has been set back since. */
export function keptFor({ reserved }: Pick<Card, 'reserved'>, now: number): string | undefined {
  return reserved && reserved.until > now && reserved.until <= now + RESERVED_MS ? reserved.for : undefined;
}

function suits({ language, skill }: Card, { languages, skills }: Taker): boolean {
  return languages.includes(language) && (skill === undefined || skills.includes(skill));
}
