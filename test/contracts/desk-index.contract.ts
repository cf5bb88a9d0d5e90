import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskIndex, LaneRef } from '../../src/hotline/ports.ts';

export interface DeskIndexFactory {
  name: string;
  create(): Promise<{ desk: DeskIndex; close(): Promise<void> }>;
}

/** What every index of the desk must do. */
export function deskIndexContract({ name, create }: DeskIndexFactory): void {
  describe(`desk index ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    let count = 0;
    beforeAll(async () => {
      opened = await create();
    }, 30_000);
    afterAll(() => opened.close());

    const somebody = (): LaneRef => {
      count += 1;
      return { partition: count, name: `l1.name${count}` };
    };
    const shown = async ({ name: wanted }: LaneRef) =>
      (await opened.desk.list()).filter(({ ref }) => ref.name === wanted);

    it('shows a card as it was put', async () => {
      const ref = somebody();
      const card = '{"priority":"red","reasons":["asked for 911"]}';
      await opened.desk.put(ref, 3, card);
      expect(await shown(ref)).toEqual([{ ref, version: 3, card }]);
    });

    it('shows the newest version, whatever order they come in and however often', async () => {
      const ref = somebody();
      for (const version of [2, 1, 3, 2, 3, 1]) await opened.desk.put(ref, version, `"${version}"`);
      expect(await shown(ref)).toEqual([{ ref, version: 3, card: '"3"' }]);
    });

    it('counts versions as numbers', async () => {
      const ref = somebody();
      await opened.desk.put(ref, 10, '"ten"');
      await opened.desk.put(ref, 9, '"nine"');
      expect(await shown(ref)).toMatchObject([{ version: 10 }]);
    });

    it('takes a card away, and does not let an older one bring it back', async () => {
      const ref = somebody();
      await opened.desk.put(ref, 1, '"one"');
      await opened.desk.put(ref, 3, undefined);
      await opened.desk.put(ref, 2, '"two"');
      expect(await shown(ref)).toEqual([]);
      await opened.desk.put(ref, 4, '"four"');
      expect(await shown(ref)).toMatchObject([{ version: 4 }]);
    });

    it('keeps everybody apart', async () => {
      const [one, other] = [somebody(), somebody()];
      await opened.desk.put(one, 1, '"one"');
      await opened.desk.put(other, 1, '"other"');
      await opened.desk.put(one, 2, undefined);
      expect([await shown(one), await shown(other)]).toMatchObject([[], [{ ref: other, card: '"other"' }]]);
    });
  });
}
