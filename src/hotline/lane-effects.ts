import type { Card } from '../conversation/card.ts';
import type { Effect } from '../conversation/effect.ts';
import type { LaneEffect, LaneRef, OutboxItem, Shown, StoredReview, Tally } from './ports.ts';
import { sealRecord } from './records/seal-record.ts';
import type { Vault } from './vault.ts';

/** What a forget effect carries: the conversations whose keys go. */
export interface ForgetPayload {
  conversations: string[];
}

/** Turns what a turn asks of other slots into effects that wait with the lane until they are done. */
export async function laneEffects(
  effects: readonly Effect[],
  context: {
    ref: LaneRef;
    turn: number;
    seq: number;
    now: number;
    /** The desk's card before and after: every turn with one shows it, so that each new text raises its version. */
    card: { before: Card | undefined; after: Card | undefined };
    /** It is told also that there is no card: the index may show one all the same. */
    shows: boolean;
    talk: string;
    /** The conversation that this one took the lane from in this turn. */
    previous: string | undefined;
    conversations: string[];
    /** What waits with the lane from before this turn. */
    outbox: readonly OutboxItem[];
    vault: Vault;
    receiptId: (code: string) => string;
    /** What the turn adds to the statistics. */
    tally: Tally | undefined;
    /** What was closed in it, where somebody else should look at it. */
    review: StoredReview | undefined;
  },
): Promise<LaneEffect[]> {
  const made: LaneEffect[] = [];
  // No id that a browser may give to an advocate's text has a colon, or is so short.
  const add = (kind: LaneEffect['kind'], id: string, payload: string) => {
    const seq = context.seq + made.length;
    made.push({ kind, id, seq, version: context.turn, payload, at: context.now, tries: 0 });
  };
  for (const effect of effects) {
    if (effect.type === 'record') {
      const { vault, now } = context;
      const record = await sealRecord(effect, { id: context.receiptId(effect.code), now, vault });
      add('record', `record:${context.turn}-${made.length}`, JSON.stringify(record));
    }
    if (effect.type === 'forget') {
      const payload: ForgetPayload = { conversations: context.conversations };
      add('forget', 'forget', JSON.stringify(payload));
    }
  }
  const shown = showing(context);
  if (shown) add('desk', 'desk', JSON.stringify(shown));
  if (context.review) add('review', `review:${context.turn}`, JSON.stringify(context.review));
  if (context.tally) add('tally', `tally:${context.turn}`, JSON.stringify(context.tally));
  return made;
}

/**
 * What the desk's index is told of this turn; nothing where there is no card and was none. It takes the place of what the
 * turn before may not have told yet, and owes the desk what that one did: two texts can come within a moment.
 */
function showing(context: {
  talk: string;
  previous: string | undefined;
  card: { before: Card | undefined; after: Card | undefined };
  shows: boolean;
  outbox: readonly OutboxItem[];
}): Shown | undefined {
  const { talk, previous, shows } = context;
  const { before, after } = context.card;
  if (before === undefined && after === undefined && !shows) return undefined;
  const untold = context.outbox.find((item) => item.kind === 'desk');
  const owed: Partial<Shown> = untold?.kind === 'desk' ? JSON.parse(untold.payload) : {};
  const was = owed.was ?? (before || shows ? previous : undefined);
  return {
    talk,
    ...(was && { was }),
    ...(after && { card: JSON.stringify(after) }),
    ...(rings(owed.ring ? undefined : before, after) && { ring: true }),
  };
}

/** Somebody in danger now has just come to the queue, or come back to it. */
function rings(before: Card | undefined, after: Card | undefined): boolean {
  if (after?.priority !== 'red' || after.status !== 'waiting' || after.muted) return false;
  return before?.priority !== 'red' || before.status !== 'waiting';
}
