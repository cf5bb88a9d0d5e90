import type { Burst } from './burst.ts';
import type { TextEvent } from './event.ts';

/**
 * Whatever a first text asks for is remembered until the first question has its answer. Someone who comes back to a talk that has
 * only just ended is not asked anew. @returns true when it was remembered, and nothing more is to be done about it now
 */
export function wantedFirst({ talk, now, justEnded }: Burst, event: TextEvent): boolean {
  if ((event.type !== 'TOPIC' && event.type !== 'QUESTION') || !talk.fresh() || justEnded) return false;
  talk.send({ type: 'WANT', at: now, wanted: event });
  return true;
}
