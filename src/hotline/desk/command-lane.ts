import { randomUUID } from 'node:crypto';
import type { Clock, LaneRef, Lanes } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { type DeskItem, sealWaiting } from '../waiting.ts';

/** An advocate's hold on one person: the fence tells a stale owner from the present one. */
export interface Hold {
  ref: LaneRef;
  advocate: string;
  fence: number;
}

/** What is asked of lanes from the desk, sealed. Each wakes the lane, here or wherever it is in hand. */
export interface CommandLane {
  claim(ref: LaneRef, advocate: string): Promise<{ fence: number } | 'not-waiting'>;
  /** Of the owner, once by `id`. */
  command(hold: Hold, item: DeskItem, id?: string): Promise<'stored' | 'seen' | 'not-owner'>;
  /** Of anybody, once by `id`. */
  tell(ref: LaneRef, conversation: string, item: DeskItem, id?: string): Promise<'stored' | 'seen' | 'gone'>;
}

export function createCommandLane(deps: {
  clock: Clock;
  lanes: Lanes;
  vault: Vault;
  wake: (ref: LaneRef) => void;
}): CommandLane {
  const { clock, lanes, vault, wake } = deps;
  const seal = async (item: DeskItem, id: string) => {
    const now = clock.now();
    return { now, sealed: await sealWaiting(vault, { id, at: now, now }, item) };
  };
  return {
    async claim(ref, advocate) {
      const { now, sealed } = await seal({ kind: 'claim', advocate }, randomUUID());
      const claimed = await lanes.claim(ref, advocate, sealed, now);
      if (claimed !== 'not-waiting') wake(ref);
      return claimed;
    },

    async command({ ref, advocate, fence }, item, id = randomUUID()) {
      const { now, sealed } = await seal(item, id);
      const outcome = await lanes.command(ref, advocate, fence, sealed, now);
      if (outcome === 'stored') wake(ref);
      return outcome;
    },

    async tell(ref, conversation, item, id = randomUUID()) {
      const { now, sealed } = await seal(item, id);
      const outcome = await lanes.tell(ref, conversation, sealed, now);
      if (outcome === 'stored') wake(ref);
      return outcome;
    },
  };
}
