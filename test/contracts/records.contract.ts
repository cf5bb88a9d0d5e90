import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordSheet, Records, StoredRecord } from '../../src/hotline/ports.ts';

export interface RecordsFactory {
  name: string;
  create(): Promise<{ records: Records; close(): Promise<void> }>;
}

/** What every store of records must do. */
export function recordsContract({ name, create }: RecordsFactory): void {
  describe(`records ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    const record = (id: string, keyId = 'key-1'): StoredRecord => ({
      ...{ id, kind: 'tip', keyId, sealed: 'AP8=', createdAt: 1 },
    });

    it('gives back what was put', async () => {
      await opened.records.put(record('one'));
      expect(await opened.records.get('one')).toEqual(record('one'));
    });

    it('keeps the first of an id: an effect that is done twice makes one record', async () => {
      await opened.records.put(record('two'));
      await Promise.all([1, 2, 3].map((n) => opened.records.put(record('two', `key-of-copy-${n}`))));
      expect(await opened.records.get('two')).toEqual(record('two'));
    });

    it('tells a record with all that was added to it, in order and once each', async () => {
      const added = (id: string, createdAt: number): StoredRecord => ({ ...record(id), createdAt, of: 'five' });
      await opened.records.put(record('five'));
      for (const one of [added('b', 3), added('a', 2), added('b', 3)]) await opened.records.put(one);
      expect(await opened.records.story('five')).toEqual([record('five'), added('a', 2), added('b', 3)]);
      expect(await opened.records.story('nobody')).toEqual([]);
    });

    it('begins a sheet for a record and none for what is added to it', async () => {
      await opened.records.put(record('four'));
      await opened.records.put({ ...record('four-more'), of: 'four' });
      const sheet: RecordSheet = { version: 1, id: 'four', kind: 'tip', at: 1, status: 'new' };
      expect(await opened.records.sheet('four')).toEqual(sheet);
      expect(await opened.records.sheet('four-more')).toBeUndefined();
      await opened.records.keepSheet({ ...sheet, version: 2, status: 'closed' });
      await opened.records.put(record('four'));
      expect((await opened.records.sheet('four'))?.status).toBe('closed');
    });

    it('lets only one of several write the next version of a sheet', async () => {
      await opened.records.put(record('six'));
      const next = (assignee: string): RecordSheet => ({
        ...{ version: 2, id: 'six', kind: 'tip', at: 1, status: 'in-review', assignee, sealed: 'AP8=' },
      });
      const kept = await Promise.all(['ana', 'ben', 'eve'].map((one) => opened.records.keepSheet(next(one))));
      expect(kept.filter(Boolean)).toHaveLength(1);
      expect(await opened.records.sheet('six')).toEqual(next(['ana', 'ben', 'eve'][kept.indexOf(true)] ?? ''));
    });

    it('lists by status and kind, the last told first, page by page, each once', async () => {
      const { records } = opened;
      const made = Array.from({ length: 7 }, (_, n) => ({
        ...record(`list-${n}`),
        ...{ kind: n % 2 === 0 ? 'walk' : 'run', createdAt: 1_000 + Math.floor(n / 3) },
      }));
      for (const one of made) await records.put(one);
      const before = await records.counts();
      const first = await records.sheet('list-2');
      await records.keepSheet({ ...(first as RecordSheet), version: 2, status: 'closed', at: 5_000 });
      const ids = async (statuses: RecordSheet['status'][], kind?: string) => {
        const seen: string[] = [];
        let after: RecordSheet | undefined;
        for (;;) {
          const page = await records.list({ statuses, kind, limit: 2, after });
          seen.push(...page.map(({ id }) => id));
          after = page.at(-1);
          if (after === undefined || seen.length > 50) return seen;
        }
      };
      expect(await ids(['new'], 'walk')).toEqual(['list-6', 'list-4', 'list-0']);
      expect(await ids(['new', 'closed'], 'walk')).toEqual(['list-2', 'list-6', 'list-4', 'list-0']);
      expect(await ids(['in-review'], 'walk')).toEqual([]);
      expect((await ids(['new'])).slice(0, 6)).toEqual(['list-6', 'list-5', 'list-4', 'list-3', 'list-1', 'list-0']);
      const after = await records.counts();
      expect([after.new - before.new, after.closed - before.closed]).toEqual([-1, 1]);
    });

    it('leaves nothing of what was sealed under a key that is gone, and all that stands under others', async () => {
      const { records } = opened;
      const [told, stays] = [
        { ...record('gone', 'key-gone'), kind: 'left' },
        { ...record('stays', 'key-stays'), kind: 'left' },
      ];
      const before = await records.counts();
      for (const one of [told, stays, { ...record('gone-more', 'key-more'), of: 'gone' }]) await records.put(one);
      await records.put({ ...stays, keyId: 'key-of-a-copy' });
      const sheet = (await records.sheet('gone')) as RecordSheet;
      await records.keepSheet({ ...sheet, version: 2, status: 'closed' });
      await records.erase(['key-gone', 'key-more', 'key-of-a-copy', 'key-never']);
      for (const id of ['gone', 'gone-more']) expect(await records.get(id)).toBeUndefined();
      expect([await records.sheet('gone'), await records.story('gone')]).toEqual([undefined, []]);
      expect(await records.keepSheet({ ...sheet, version: 3 })).toBe(false);
      const listed = await records.list({ statuses: ['new', 'closed'], kind: 'left', limit: 9 });
      expect(listed.map(({ id }) => id)).toEqual(['stays']);
      expect(await records.counts()).toEqual({ ...before, new: before.new + 1 });
      expect(await records.get('stays')).toEqual(stays);
    });

    it('knows nothing of other ids', async () => {
      expect(await opened.records.get('three')).toBeUndefined();
    });
  });
}
