import { randomUUID } from 'node:crypto';
import type { Clock, DeskIndex, LaneRef } from '../ports.ts';
import { shelved } from './card-view.ts';
import type { CommandLane, Hold } from './command-lane.ts';
import { queueOrder } from './queue-order.ts';

export type { Hold } from './command-lane.ts';

/** One advocate's hands on the lanes, without accounts: the terminal's, and the tests'. */
export interface Desk {
  /** The people who wait, most urgent first, by the desk's index. The lane decides whether a claim succeeds. */
  waiting(): Promise<LaneRef[]>;
  /** Takes a waiting person. Undefined when nobody waits there any more, or another advocate was first. */
  claim(ref: LaneRef, advocate: string): Promise<Hold | undefined>;
  /** Sends an advocate's own words, once by `id` however often it is asked. */
  say(hold: Hold, text: string, id?: string): Promise<Commanded>;
  close(hold: Hold, disposition?: string): Promise<Commanded>;
  /** Gives the person back to the queue, or to the bot. */
  release(hold: Hold, to: 'queue' | 'bot'): Promise<Commanded>;
}

export type Commanded = 'stored' | 'seen' | 'not-owner' | 'too-long' | 'empty';

/** Twilio takes no more in one message (error 21617). */
export const MAX_TEXT = 1600;

/** What advocates do, as commands to the lanes. */
export function createDesk(deps: { clock: Clock; index: DeskIndex; lane: CommandLane }): Desk {
  const { clock, index, lane } = deps;
  return {
    async waiting() {
      const cards = shelved(await index.list()).filter(({ read }) => read.status === 'waiting');
      return queueOrder(cards, ({ read }) => read, clock.now()).map(({ ref }) => ref);
    },

    async claim(ref, advocate) {
      const claimed = await lane.claim(ref, advocate);
      return claimed === 'not-waiting' ? undefined : { ref, advocate, fence: claimed.fence };
    },

    async say(hold, text, id = randomUUID()) {
      if (text.trim() === '') return 'empty';
      if (text.length > MAX_TEXT) return 'too-long';
      return lane.command(hold, { kind: 'advocate-text', advocate: hold.advocate, text, id }, id);
    },

    close: (hold, disposition) =>
      lane.command(hold, { kind: 'close', advocate: hold.advocate, ...(disposition && { disposition }) }),

    release: (hold, to) => lane.command(hold, { kind: 'release', to, advocate: hold.advocate }),
  };
}
