import { describe, expect, it } from '@jest/globals';
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
});
