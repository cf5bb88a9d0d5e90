import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tallies } from '../../src/hotline/ports.ts';

export interface TalliesFactory {
  name: string;
  create(): Promise<{ tallies: Tallies; close(): Promise<void> }>;
}

/** What every keeper of the day counters must do. */
export function talliesContract({ name, create }: TalliesFactory): void {
  describe(`tallies ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    it('adds up what is counted on a day, and keeps days apart', async () => {
      const { tallies } = opened;
      await tallies.add({ once: 'a', day: '2026-01-01', counts: { new: 1, 'hour.3': 1 } });
      await tallies.add({ once: 'b', day: '2026-01-01', counts: { new: 1, stop: 2 } });
      await tallies.add({ once: 'c', day: '2026-01-02', counts: { new: 1 } });
      expect(await tallies.of(['2026-01-02', '2026-01-01', '2026-01-03'])).toEqual([
        { new: 1 },
        { new: 2, 'hour.3': 1, stop: 2 },
        {},
      ]);
    });

    it('counts a tally once, however often and in whatever company it is said', async () => {
      const { tallies } = opened;
      const tally = { once: 'again', day: '2026-02-01', counts: { new: 1, 'close.tip.recorded': 1 } };
      await Promise.all([1, 2, 3].map(() => tallies.add(tally)));
      await tallies.add({ ...tally, once: 'another' });
      await tallies.add(tally);
      expect(await tallies.of(['2026-02-01'])).toEqual([{ new: 2, 'close.tip.recorded': 2 }]);
    });

    it('reads no days as nothing', async () => {
      expect(await opened.tallies.of([])).toEqual([]);
    });
  });
}
