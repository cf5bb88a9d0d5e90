import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskEvents, Presence, TalkPapers } from '../../src/hotline/ports.ts';
import { bytes } from './lanes/samples.ts';

export interface BesideDesk {
  events: DeskEvents;
  presence: Presence;
  papers: TalkPapers;
  close(): Promise<void>;
}

/** What stands beside the desk's index: its events, who is there, notes, drafts and translations. */
export function besideDeskContract({ name, create }: { name: string; create: () => Promise<BesideDesk> }): void {
  describe(`beside the desk ${name}`, () => {
    let store: BesideDesk;
    beforeAll(async () => {
      store = await create();
    });
    afterAll(() => store.close());

    const since = async (id: string, limit = 10) => {
      const found = await store.events.since(id, limit);
      if (found === 'gone') throw new Error('It is kept.');
      return found.map(({ event }) => event);
    };

    it('tells events in their order from any id on, and no more than asked for', async () => {
      const { events } = store;
      const start = await events.last();
      for (const talk of ['one', 'two', 'three']) await events.append({ type: 'talk', talk });
      expect(await since(start)).toEqual(['one', 'two', 'three'].map((talk) => ({ type: 'talk', talk })));
      expect(await since(start, 2)).toHaveLength(2);
      const [first] = (await events.since(start, 1)) as { id: string }[];
      expect(await since(first?.id ?? '')).toEqual(['two', 'three'].map((talk) => ({ type: 'talk', talk })));
      expect(await since(await events.last())).toEqual([]);
    });

    it('wakes whoever waits for the next event, with all that came', async () => {
      const { events } = store;
      const start = await events.last();
      const waiting = events.next(start, 5_000);
      await events.append({ type: 'floor' });
      expect((await waiting).map(({ event }) => event)).toEqual([{ type: 'floor' }]);
      await events.append({ type: 'replies' });
      expect((await events.next(start, 5_000)).map(({ event }) => event)).toEqual([
        { type: 'floor' },
        { type: 'replies' },
      ]);
      expect(await events.next(await events.last(), 1)).toEqual([]);
    });

    it('says so when what was missed is no longer kept, or never was', async () => {
      const { events } = store;
      await events.append({ type: 'floor' });
      const start = await events.last();
      for (let n = 0; n < 11_000; n += 500) {
        await Promise.all(Array.from({ length: 500 }, () => events.append({ type: 'floor' })));
      }
      expect(await events.since(start, 10)).toBe('gone');
      expect(await events.since('99999999999999-0', 10)).toBe('gone');
    });

    it('knows whose console is open, and since when it is silent', async () => {
      const { presence } = store;
      await presence.beat('ana');
      await presence.beat('ben');
      const seen = await presence.seen();
      expect([...seen.keys()].toSorted()).toEqual(['ana', 'ben']);
      expect(seen.get('ana')).toBeGreaterThanOrEqual(0);
      await presence.left('ben');
      expect([...(await presence.seen()).keys()]).toEqual(['ana']);
    });

    it('keeps notes in order and one draft for each account, byte for byte', async () => {
      const { papers } = store;
      await papers.addNote('talk-a', bytes('one'));
      await papers.addNote('talk-a', bytes('two'));
      await papers.setDraft('talk-a', 'ana', bytes('half a'));
      await papers.setDraft('talk-a', 'ben', bytes('another'));
      expect(await papers.notes('talk-a')).toEqual([bytes('one'), bytes('two')]);
      expect([await papers.draft('talk-a', 'ana'), await papers.draft('talk-b', 'ana')]).toEqual([
        bytes('half a'),
        undefined,
      ]);
      await papers.setDraft('talk-a', 'ana', undefined);
      expect([await papers.draft('talk-a', 'ana'), await papers.draft('talk-a', 'ben')]).toEqual([
        undefined,
        bytes('another'),
      ]);
    });

    it('keeps the last translation of each name, byte for byte', async () => {
      const { papers } = store;
      expect(await papers.translations('talk-t')).toEqual(new Map());
      await papers.keepTranslation('talk-t', '3 en', bytes('one'));
      await papers.keepTranslation('talk-t', '3 es', bytes('uno'));
      await papers.keepTranslation('talk-t', '3 en', bytes('two'));
      const kept = [...(await papers.translations('talk-t'))].toSorted();
      expect(kept).toEqual([
        ['3 en', bytes('two')],
        ['3 es', bytes('uno')],
      ]);
    });

    it('erases notes, drafts and translations of the conversations named, and of no other', async () => {
      const { papers } = store;
      for (const talk of ['gone-1', 'gone-2', 'stays']) {
        await papers.addNote(talk, bytes(talk));
        await papers.setDraft(talk, 'ana', bytes(talk));
        await papers.keepTranslation(talk, '0 en', bytes(talk));
      }
      await papers.erase(['gone-1', 'gone-2']);
      await papers.erase([]);
      expect([await papers.notes('gone-1'), await papers.draft('gone-2', 'ana')]).toEqual([[], undefined]);
      expect((await papers.translations('gone-1')).size).toBe(0);
      expect(await papers.notes('stays')).toEqual([bytes('stays')]);
      expect((await papers.translations('stays')).size).toBe(1);
    });
  });
}
