import { sayLine } from './say.ts';
import type { Talk } from './talk.ts';

/** A safety reply that did not arrive is said first, once they write, and never to a phone that may be in other hands. */
export function sayLostFirst(talk: Talk): void {
  const { lost, held, aside } = talk.context();
  const root = talk.root();
  if (!lost || held || aside === 'safe' || root === 'quiet' || root === 'stopped') return;
  const saying = new Set(talk.effects().flatMap((effect) => (effect.type === 'say' ? [effect.key] : [])));
  const again = lost.filter((key) => !saying.has(key));
  talk.forgetLost();
  if (again.length === 0) return;
  talk.sayFirst([
    sayLine('lost-reply', 'safety'),
    ...again.map((key) => ({ type: 'say' as const, key, weight: 'safety' as const })),
  ]);
}
