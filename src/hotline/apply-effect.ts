import type { ForgetPayload } from './lane-effects.ts';
import type {
  DeskEvents,
  DeskIndex,
  Lane,
  LaneEffect,
  Lanes,
  Log,
  Records,
  Reviews,
  StoredRecord,
  TalkPapers,
  Tallies,
} from './ports.ts';
import { takeAddition } from './records/take-addition.ts';
import type { Vault } from './vault.ts';

/** Does, outside the lane, what a turn asked for. Each kind may be done twice with the same result. */
export function createApplyEffect(deps: {
  desk: DeskIndex;
  papers: TalkPapers;
  tallies: Tallies;
  reviews: Reviews;
  records: Records;
  deskEvents: DeskEvents;
  vault: Vault;
  lanes: Lanes;
  log: Log;
}): (lane: Lane, effect: LaneEffect) => Promise<void> {
  const apply: Record<LaneEffect['kind'], (lane: Lane, effect: LaneEffect) => Promise<void>> = {
    desk: (lane, effect) => deps.desk.put(lane.ref, effect.version, JSON.parse(effect.payload)),

    async record(_lane, effect) {
      const record: StoredRecord = JSON.parse(effect.payload);
      await deps.records.put(record);
      if (record.of !== undefined) await takeAddition(record.of, record.createdAt, deps);
      await deps.deskEvents.append({ type: 'record', record: record.of ?? record.id });
    },

    tally: (_lane, effect) => deps.tallies.add(JSON.parse(effect.payload)),

    review: (_lane, effect) => deps.reviews.add(JSON.parse(effect.payload)),

    async forget(lane, effect) {
      const { conversations }: ForgetPayload = JSON.parse(effect.payload);
      const held = await deps.vault.destroy(conversations);
      const gone = conversations.filter((conversation) => !held.includes(conversation));
      await deps.desk.forget(gone);
      await deps.papers.erase(gone);
      await deps.reviews.erase(gone);
      await deps.lanes.wipe(lane, gone);
      deps.log.event('keys-destroyed', { count: gone.length });
    },
  };
  return (lane, effect) => apply[effect.kind](lane, effect);
}
