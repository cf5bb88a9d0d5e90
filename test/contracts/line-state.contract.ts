import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LineState } from '../../src/hotline/ports.ts';

export interface LineStateFactory {
  name: string;
  /** `pass` lets some of the time go by that duties run on. */
  create(): Promise<{ lineState: LineState; pass(ms: number): Promise<void>; close(): Promise<void> }>;
}

/** What every store of the line's own facts must do. */
export function lineStateContract({ name, create }: LineStateFactory): void {
  describe(`line state ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    it('remembers the first start, whoever asks later', async () => {
      expect(await opened.lineState.firstStart(1000)).toBe(1000);
      expect(await opened.lineState.firstStart(2000)).toBe(1000);
      expect(await opened.lineState.firstStart(500)).toBe(1000);
    });

    it('gives a duty to one of ten who ask at once, and again when its time is over', async () => {
      const asked = await Promise.all(Array.from({ length: 10 }, () => opened.lineState.duty('sweep', 60_000)));
      expect(asked.filter((mine) => mine)).toHaveLength(1);
      expect(await opened.lineState.duty('tidy', 30)).toBe(true);
      let again = false;
      while (!again) {
        await opened.pass(30);
        again = await opened.lineState.duty('tidy', 30);
      }
      expect(await opened.lineState.duty('sweep', 60_000)).toBe(false);
    });

    it('counts tries by name, and forgets them when their time is over', async () => {
      const tries = await Promise.all(Array.from({ length: 5 }, () => opened.lineState.allow('one', 3, 60_000)));
      expect(tries.filter((allowed) => allowed)).toHaveLength(3);
      expect(await opened.lineState.allow('other', 3, 60_000)).toBe(true);
      expect(await opened.lineState.allow('short', 1, 30)).toBe(true);
      let again = false;
      while (!again) {
        await opened.pass(30);
        again = await opened.lineState.allow('short', 1, 30);
      }
      expect(await opened.lineState.allow('one', 3, 60_000)).toBe(false);
    });

    it('remembers every key id that was ever in use, kind by kind', async () => {
      const inUse = async (kind: 'lookup' | 'routing', ids: string[]) =>
        (await opened.lineState.keyIdsInUse(kind, ids)).toSorted();
      expect(await inUse('lookup', [])).toEqual([]);
      expect(await inUse('lookup', ['l1'])).toEqual(['l1']);
      expect(await inUse('lookup', ['l1', 'l2'])).toEqual(['l1', 'l2']);
      expect(await inUse('lookup', ['l2'])).toEqual(['l1', 'l2']);
      expect(await inUse('routing', ['r1'])).toEqual(['r1']);
    });
  });
}
