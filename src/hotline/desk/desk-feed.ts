import type { Log } from '../ports.ts';
import type { DeskEvent } from './desk-event.ts';
import type { DeskEvents, TaggedEvent } from './desk-ports.ts';
import type { DeskFeed } from './desk-service.ts';
import { isAfter } from './is-after.ts';

interface Follower {
  hear: (event: DeskEvent, id: string) => void;
  /** What has come while it is still being told of what it missed. */
  behind: TaggedEvent[] | undefined;
  /** The last that it was told: the reader may come to that later. */
  heard: string;
}

/** How long one wait for news lasts: no limit on news, only on how soon a closed feed ends. */
const WAIT_MS = 5_000;
/** A store that has not answered a wait for so long does not answer at all. */
const STALE_MS = 3 * WAIT_MS;
/** Who missed more fetches everything: that is less to read, and fits any buffer on the way. */
const MOST_MISSED = 1_000;
const AFTER_FAILURE_MS = 1_000;

/** One reader for all the consoles of a process. It reads from the first follower on. */
export function createDeskFeed(events: DeskEvents, log: Log): DeskFeed {
  const followers = new Set<Follower>();
  let reading: Promise<void> | undefined;
  let position = '';
  let current = true;
  let closed = false;

  async function read(): Promise<void> {
    let failed = false;
    while (!closed) {
      const stale = setTimeout(() => {
        current = false;
      }, STALE_MS).unref();
      try {
        if (failed) await takeUp();
        for (const tagged of await events.next(position, WAIT_MS)) {
          position = tagged.id;
          for (const follower of followers) tell(follower, tagged);
        }
        failed = false;
        current = true;
      } catch {
        if (closed) return;
        failed = true;
        current = false;
        log.event('store-failed');
        await new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS));
      } finally {
        clearTimeout(stale);
      }
    }
  }

  /** The store was away: what came meanwhile may be more than it still has, or it may have begun anew. */
  async function takeUp(): Promise<void> {
    if ((await events.since(position, 1)) !== 'gone') return;
    position = await events.last();
    for (const follower of followers) tell(follower, { id: position, event: { type: 'reset' } });
  }

  function tell(follower: Follower, tagged: TaggedEvent): void {
    if (follower.behind) follower.behind.push(tagged);
    else if (tagged.event.type === 'reset' || isAfter(tagged.id, follower.heard)) hear(follower, tagged);
  }

  function hear(follower: Follower, { event, id }: TaggedEvent): void {
    follower.heard = id;
    follower.hear(event, id);
  }

  /** Tells a follower what it missed, then what has come meanwhile, each once and in order. */
  async function catchUp(follower: Follower, after: string): Promise<void> {
    const missed = await events.since(after, MOST_MISSED);
    const known = missed !== 'gone' && missed.length < MOST_MISSED;
    for (const tagged of known ? missed : [{ id: position, event: { type: 'reset' } as const }]) hear(follower, tagged);
    const behind = follower.behind ?? [];
    follower.behind = undefined;
    for (const tagged of behind) tell(follower, tagged);
  }

  return {
    append: (event) => events.append(event),

    get current() {
      return current;
    },

    async follow(after, told) {
      if (reading === undefined) {
        position ||= await events.last();
        reading ??= read();
      }
      const follower: Follower = { hear: told, behind: after === undefined ? undefined : [], heard: after ?? '' };
      followers.add(follower);
      try {
        if (after !== undefined) await catchUp(follower, after);
      } catch (error) {
        followers.delete(follower);
        throw error;
      }
      return { close: () => void followers.delete(follower) };
    },

    async close() {
      closed = true;
      followers.clear();
      events.close();
      await reading;
    },
  };
}
