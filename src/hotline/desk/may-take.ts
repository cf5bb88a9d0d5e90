import type { Card } from '../../conversation/card.ts';

/** Who could take somebody. */
export interface Taker {
  id: string;
  languages: readonly string[];
  skills: readonly string[];
}

/** How long the queue waits for somebody who speaks the language and has the skill, when one is there. */
const PATIENCE_MS = { red: 30_000, crisis: 120_000, urgent: 300_000, rest: 300_000 };

/**
 * Whether "take the next" may give this person to this advocate: one that was kept for somebody has that one's first minute,
 * and language and skill count for as long as somebody who has them is there and the wait is short.
 */
export function mayTake(card: Card, taker: Taker, others: readonly Taker[], now: number): boolean {
  const { reserved } = card;
  if (reserved && reserved.until > now && reserved.for !== taker.id) {
    return !others.some(({ id }) => id === reserved.for);
  }
  if (reserved?.for === taker.id || suits(card, taker)) return true;
  const patient = now - card.since < PATIENCE_MS[card.priority];
  return !patient || !others.some((other) => suits(card, other));
}

function suits({ language, skill }: Card, { languages, skills }: Taker): boolean {
  return languages.includes(language) && (skill === undefined || skills.includes(skill));
}
