import { randomUUID } from 'node:crypto';
import type { Clock, DeskIndex, LaneRef, Lanes } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { sealWaiting, type Waiting } from '../waiting.ts';

/** An advocate's hold on one person: the fence tells a stale owner from the present one. */
export interface Hold {
  ref: LaneRef;
  advocate: string;
  fence: number;
}

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
const MAX_TEXT = 1600;
const PRIORITY = ['red', 'crisis', 'urgent', 'rest'];

/** What advocates do, as commands to the lanes. `wake` is told of every lane that now has something to do. */
export function createDesk(deps: {
  clock: Clock;
  lanes: Lanes;
  vault: Vault;
  index: DeskIndex;
  wake: (ref: LaneRef) => void;
}): Desk {
  const { clock, lanes, vault, index, wake } = deps;

  async function command(hold: Hold, waiting: Waiting, id: string = randomUUID()): Promise<Commanded> {
    const now = clock.now();
    const item = await sealWaiting(vault, { id, at: now, now }, waiting);
    const outcome = await lanes.command(hold.ref, hold.advocate, hold.fence, item, now);
    if (outcome === 'stored') wake(hold.ref);
    return outcome;
  }

  return {
    async waiting() {
      const cards = (await index.list()).map(({ ref, card }) => ({ ref, card: JSON.parse(card) }));
      return cards
        .filter(({ card }) => card.status === 'waiting')
        .sort(
          (a, b) =>
            PRIORITY.indexOf(a.card.priority) - PRIORITY.indexOf(b.card.priority) || a.card.since - b.card.since,
        )
        .map(({ ref }) => ref);
    },

    async claim(ref, advocate) {
      const now = clock.now();
      const item = await sealWaiting(vault, { id: randomUUID(), at: now, now }, { kind: 'claim', advocate });
      const claimed = await lanes.claim(ref, advocate, item, now);
      if (claimed === 'not-waiting') return undefined;
      wake(ref);
      return { ref, advocate, fence: claimed.fence };
    },

    async say(hold, text, id = randomUUID()) {
      if (text.trim() === '') return 'empty';
      if (text.length > MAX_TEXT) return 'too-long';
      return command(hold, { kind: 'advocate-text', advocate: hold.advocate, text, id }, id);
    },

    close: (hold, disposition) =>
      command(hold, { kind: 'close', advocate: hold.advocate, ...(disposition && { disposition }) }),

    release: (hold, to) => command(hold, { kind: 'release', to }),
  };
}
