import type { ForgetPayload } from './lane-effects.ts';
import type { DeskIndex, Lane, LaneEffect, Lanes, Log, Records, TalkPapers } from './ports.ts';
import type { Vault } from './vault.ts';

/** Does, outside the lane, what a turn asked for. Each kind may be done twice with the same result. */
export function createApplyEffect(deps: {
  desk: DeskIndex;
  papers: TalkPapers;
  records: Records;
  vault: Vault;
  lanes: Lanes;
  log: Log;
}): (lane: Lane, effect: LaneEffect) => Promise<void> {
  const apply: Record<LaneEffect['kind'], (lane: Lane, effect: LaneEffect) => Promise<void>> = {
    desk: (lane, effect) => deps.desk.put(lane.ref, effect.version, JSON.parse(effect.payload)),

    record: (_lane, effect) => deps.records.put(JSON.parse(effect.payload)),

    async forget(lane, effect) {
      const { conversations }: ForgetPayload = JSON.parse(effect.payload);
      await deps.vault.destroy(conversations);
      await deps.papers.erase(conversations);
      await deps.lanes.wipe(lane, conversations);
      deps.log.event('keys-destroyed', { count: conversations.length });
    },
  };
  return (lane, effect) => apply[effect.kind](lane, effect);
}
