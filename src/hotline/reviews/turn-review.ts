import type { Card } from '../../conversation/card.ts';
import type { TurnItem } from '../../conversation/conversation.ts';
import { readDisposition } from '../desk/read-disposition.ts';
import type { StoredReview } from './review-ports.ts';
import type { ReviewReason } from './review-view.ts';

/** Of the conversations with nothing remarkable about them, per hundred. */
const USUAL_PERCENT = 10;

/**
 * Whether the close in a turn asks for a second look: of everybody in danger now, of what was hard, of whatever set off an
 * alert, and of a share of the rest. `drawn` is random, from 0 to below 100.
 */
export function turnReview(
  turn: { now: number; talk: string; items: readonly TurnItem[]; card: Card | undefined },
  { percent = USUAL_PERCENT, drawn }: { percent?: number | undefined; drawn: number },
): StoredReview | undefined {
  const disposition = readDisposition(turn.items);
  if (disposition === undefined || turn.card === undefined) return undefined;
  const { kind, outcome, hard, by } = disposition;
  const { priority, alerts = [] } = turn.card;
  const why: ReviewReason[] = [
    ...(priority === 'red' ? (['red'] as const) : []),
    ...(hard ? (['hard'] as const) : []),
    ...(alerts.length > 0 ? (['alerts'] as const) : []),
  ];
  if (why.length === 0 && drawn < percent) why.push('share');
  return why.length === 0
    ? undefined
    : { talk: turn.talk, closedAt: turn.now, by, priority, kind, outcome, why, alerts };
}
