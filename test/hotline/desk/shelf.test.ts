import { describe, expect, it } from '@jest/globals';
import { createMemoryDeskEvents } from '../../../src/adapters/memory/desk-events.ts';
import { createMemoryDeskIndex } from '../../../src/adapters/memory/desk-index.ts';
import { createShelf } from '../../../src/hotline/desk/shelf.ts';

function opened() {
  const events = createMemoryDeskEvents();
  const index = createMemoryDeskIndex(events);
  let reads = 0;
  let broken = false;
  const counted = {
    ...index,
    async list() {
      reads += 1;
      if (broken) throw new Error('away');
      return index.list();
    },
  };
  const put = (version: number, card?: string) =>
    index.put({ partition: 1, name: 'one' }, version, { talk: 'talk-1', ...(card && { card }) });
  const breakIt = (now: boolean) => {
    broken = now;
  };
  return { shelf: createShelf(counted, events), put, reads: () => reads, breakIt };
}

describe('the shelf', () => {
  it('is read once for everybody who asks between two events', async () => {
    const { shelf, put, reads } = opened();
    await put(1, '{"priority":"red"}');
    const all = await Promise.all(Array.from({ length: 200 }, () => shelf()));
    expect(all.every(([card]) => card?.read.priority === 'red')).toBe(true);
    expect(reads()).toBe(1);
  });

  it('never shows what an event has made old', async () => {
    const { shelf, put } = opened();
    await put(1, '{"priority":"rest"}');
    await shelf();
    await put(2, '{"priority":"red"}');
    expect((await shelf()).map(({ read }) => read.priority)).toEqual(['red']);
    await put(3);
    expect(await shelf()).toEqual([]);
  });

  it('that could not be read is asked for again', async () => {
    const { shelf, put, breakIt } = opened();
    await put(1, '{"priority":"red"}');
    breakIt(true);
    await expect(shelf()).rejects.toThrow('away');
    breakIt(false);
    expect(await shelf()).toHaveLength(1);
  });
});
