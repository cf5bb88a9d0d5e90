import type { Log } from '../ports.ts';
import type { DeskEvent } from './desk-event.ts';
import type { DeskEvents, TaggedEvent } from './desk-ports.ts';
import type { DeskFeed } from './desk-service.ts';

interface Follower {
  hear: (event: DeskEvent, id: string) => void;
  /** What has come while it is still being told of what it missed. */
  behind: TaggedEvent[] | undefined;
}

/** How long one wait for news lasts: no limit on news, only on how soon a closed feed ends. */
const WAIT_MS = 5_000;
const A_PAGE = 1_000;
const AFTER_FAILURE_MS = 1_000;

/** One reader for all the consoles of a process. It reads from the first follower on. */
export function createDeskFeed(events: DeskEvents, log: Log): DeskFeed {
  const followers = new Set<Follower>();
  let reading: Promise<void> | undefined;
  let position = '';
  let closed = false;

  async function read(): Promise<void> {
    while (!closed) {
      try {
        for (const tagged of await events.next(position, WAIT_MS)) {
          position = tagged.id;
          for (const follower of followers) tell(follower, tagged);
        }
      } catch {
        if (closed) return;
        log.event('store-failed');
        await new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS));
      }
    }
  }

  function tell(follower: Follower, tagged: TaggedEvent): void {
    if (follower.behind) follower.behind.push(tagged);
    else follower.hear(tagged.event, tagged.id);
  }

  /** Tells a follower what it missed, then what has come meanwhile, each once and in order. */
  async function catchUp(follower: Follower, after: string): Promise<void> {
    const missed = await all(after);
    if (missed === 'gone') follower.hear({ type: 'reset' }, position);
    else for (const { event, id } of missed) follower.hear(event, id);
    const told = new Set(missed === 'gone' ? [] : missed.map(({ id }) => id));
    for (const { event, id } of follower.behind ?? []) if (!told.has(id)) follower.hear(event, id);
    follower.behind = undefined;
  }

  async function all(after: string): Promise<TaggedEvent[] | 'gone'> {
    const found: TaggedEvent[] = [];
    for (;;) {
      const page = await events.since(found.at(-1)?.id ?? after, A_PAGE);
      if (page === 'gone') return page;
      found.push(...page);
      if (page.length < A_PAGE) return found;
    }
  }

  return {
    append: (event) => events.append(event),

    async follow(after, hear) {
      if (reading === undefined) {
        position ||= await events.last();
        reading ??= read();
      }
      const follower: Follower = { hear, behind: after === undefined ? undefined : [] };
      followers.add(follower);
      if (after !== undefined) await catchUp(follower, after);
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
