import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Records, StoredRecord } from '../../src/hotline/ports.ts';

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
    }, 30_000);
    afterAll(() => opened.close());

    const record = (id: string, keyId = 'key-1'): StoredRecord => ({ id, keyId, sealed: 'AP8=', createdAt: 1 });

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

    it('tells how far a record is', async () => {
      expect(await opened.records.status('four')).toBeUndefined();
      await opened.records.setStatus('four', 'in-review');
      await opened.records.setStatus('four', 'closed');
      expect(await opened.records.status('four')).toBe('closed');
    });

    it('knows nothing of other ids', async () => {
      expect(await opened.records.get('three')).toBeUndefined();
    });
  });
}
