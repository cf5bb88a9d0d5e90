import { describe, expect, it, jest } from '@jest/globals';
import { createMemoryDeskEvents } from '../../../src/adapters/memory/desk-events.ts';
import { createDeskFeed } from '../../../src/hotline/desk/desk-feed.ts';
import { keptLog } from '../samples.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

async function opened(kept?: number) {
  const events = createMemoryDeskEvents(kept);
  const feed = createDeskFeed(events, keptLog());
  const heard = async (after?: string) => {
    const ids: string[] = [];
    const follower = await feed.follow(after, (event, id) =>
      ids.push(event.type === 'talk' ? event.talk : `${event.type} ${id}`),
    );
    return { ids, ...follower };
  };
  const say = async (...talks: string[]) => {
    for (const talk of talks) await feed.append({ type: 'talk', talk });
    await tick();
    await tick();
  };
  return { events, feed, heard, say };
}

describe('the feed of the desk', () => {
  it('tells everybody who follows what comes, once and in order, until they leave', async () => {
    const { feed, heard, say } = await opened();
    await say('before');
    const [one, other] = [await heard(), await heard()];
    await say('a', 'b');
    one.close();
    await say('c');
    expect([one.ids, other.ids]).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
    await feed.close();
  });

  it('tells whoever comes back what they missed, and then goes on without a gap', async () => {
    const { events, feed, heard, say } = await opened();
    const first = await heard();
    await say('a');
    const last = await events.last();
    first.close();
    await say('b', 'c');
    const again = await heard(last);
    await say('d');
    expect(again.ids).toEqual(['b', 'c', 'd']);
    await feed.close();
  });

  it('misses nothing that comes while the missed is being read', async () => {
    const { events, feed, heard, say } = await opened();
    await say('a');
    const slow = {
      ...events,
      since: async (id: string, limit: number) => {
        const found = await events.since(id, limit);
        await events.append({ type: 'talk', talk: 'meanwhile' });
        await tick();
        return found;
      },
    };
    const other = createDeskFeed(slow, keptLog());
    const ids: string[] = [];
    await other.follow('0-0', (event) => ids.push(event.type === 'talk' ? event.talk : event.type));
    await say('b');
    expect(ids).toEqual(['a', 'meanwhile', 'b']);
    expect((await heard('0-0')).ids).toEqual(['a', 'meanwhile', 'b']);
    await Promise.all([feed.close(), other.close()]);
  });

  it('says to fetch everything again when what was missed is gone', async () => {
    const { feed, heard, say } = await opened(2);
    await say('a', 'b', 'c', 'd');
    const late = await heard('1-0');
    await say('e');
    expect(late.ids).toEqual([expect.stringMatching(/^reset /), 'e']);
    await feed.close();
  });

  it('says to fetch everything again when more was missed than fits on the way', async () => {
    const { feed, heard, say } = await opened();
    await say(...Array.from({ length: 1_000 }, (_, n) => `talk-${n}`));
    const late = await heard('0-0');
    await say('e');
    expect(late.ids).toEqual([expect.stringMatching(/^reset /), 'e']);
    await feed.close();
  });

  it('tells nothing twice when the reader comes later to what a follower has heard', async () => {
    const { events, say } = await opened();
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = {
      ...events,
      next: async (id: string, ms: number) => {
        const found = await events.next(id, ms);
        await held;
        return found;
      },
    };
    const feed = createDeskFeed(slow, keptLog());
    await feed.follow(undefined, () => {});
    await say('a', 'b');
    const ids: string[] = [];
    await feed.follow('1-0', (event) => ids.push(event.type === 'talk' ? event.talk : event.type));
    expect(ids).toEqual(['b']);
    go();
    await say('c');
    expect(ids).toEqual(['b', 'c']);
    await feed.close();
  });

  it('is not current while the store is away, and tells everybody to fetch again when it lost what came', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const events = createMemoryDeskEvents(2);
    let away = false;
    const feed = createDeskFeed(
      {
        ...events,
        async next(id, ms) {
          const found = await events.next(id, ms);
          if (away) throw new Error('The store is away.');
          return found;
        },
      },
      keptLog(),
    );
    const ids: string[] = [];
    await feed.follow(undefined, (event) => ids.push(event.type === 'talk' ? event.talk : event.type));
    const say = async (talk: string) => {
      await feed.append({ type: 'talk', talk });
      await tick();
    };
    away = true;
    await say('a');
    expect(feed.current).toBe(false);
    for (const talk of ['b', 'c', 'd']) await say(talk);
    away = false;
    await jest.advanceTimersByTimeAsync(1_000);
    await say('e');
    expect([ids, feed.current]).toEqual([['reset', 'e'], true]);
    jest.useRealTimers();
    await feed.close();
  });

  it('leaves nobody behind who could not be told what they missed', async () => {
    const events = createMemoryDeskEvents();
    const since = async () => {
      throw new Error('The store is away.');
    };
    const feed = createDeskFeed({ ...events, since }, keptLog());
    const heard: string[] = [];
    await expect(feed.follow('0-0', ({ type }) => heard.push(type))).rejects.toThrow();
    await feed.append({ type: 'floor' });
    await tick();
    expect(heard).toEqual([]);
    await feed.close();
  });
});
