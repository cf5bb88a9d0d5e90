import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskEvents, DeskIndex, LaneRef } from '../../src/hotline/ports.ts';

export interface DeskIndexFactory {
  name: string;
  create(): Promise<{ desk: DeskIndex; events: DeskEvents; close(): Promise<void> }>;
}

/** What every index of the desk must do. */
export function deskIndexContract({ name, create }: DeskIndexFactory): void {
  describe(`desk index ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    let count = 0;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    const somebody = (): LaneRef & { talk: string } => {
      count += 1;
      return { partition: count, name: `l1.name${count}`, talk: `talk-${count}` };
    };
    const put = ({ talk, ...ref }: ReturnType<typeof somebody>, version: number, card?: string) =>
      opened.desk.put(ref, version, { talk, ...(card !== undefined && { card }) });
    const shown = async ({ name: wanted }: LaneRef) =>
      (await opened.desk.list()).filter(({ ref }) => ref.name === wanted);

    it('shows a card as it was put', async () => {
      const who = somebody();
      const card = '{"priority":"red","reasons":["asked for 911"]}';
      await put(who, 3, card);
      const { talk, ...ref } = who;
      expect(await shown(who)).toEqual([{ ref, version: 3, talk, card }]);
    });

    it('shows the newest version, whatever order they come in and however often', async () => {
      const who = somebody();
      for (const version of [2, 1, 3, 2, 3, 1]) await put(who, version, `"${version}"`);
      expect(await shown(who)).toMatchObject([{ version: 3, card: '"3"' }]);
    });

    it('counts versions as numbers', async () => {
      const who = somebody();
      await put(who, 10, '"ten"');
      await put(who, 9, '"nine"');
      expect(await shown(who)).toMatchObject([{ version: 10 }]);
    });

    it('takes a card away, and does not let an older one bring it back', async () => {
      const who = somebody();
      await put(who, 1, '"one"');
      await put(who, 3);
      await put(who, 2, '"two"');
      expect(await shown(who)).toEqual([]);
      await put(who, 4, '"four"');
      expect(await shown(who)).toMatchObject([{ version: 4 }]);
    });

    it('finds a conversation also once its card is gone, and until it is forgotten', async () => {
      const [who, other] = [somebody(), somebody()];
      for (const one of [who, other]) {
        await put(one, 1, '"one"');
        await put(one, 2);
      }
      await opened.desk.forget([who.talk, 'never']);
      await opened.desk.forget([]);
      expect(await opened.desk.find(who.talk)).toBeUndefined();
      expect((await opened.desk.find(other.talk))?.name).toBe(other.name);
    });

    it('is whole once that was said, and shows nothing for it', async () => {
      expect(await opened.desk.isWhole()).toBe(false);
      const before = await opened.desk.list();
      await opened.desk.markWhole();
      expect(await opened.desk.isWhole()).toBe(true);
      const after = await opened.desk.list();
      expect(new Set(after)).toEqual(new Set(before));
      expect(after).toHaveLength(before.length);
    });

    it('keeps everybody apart', async () => {
      const [one, other] = [somebody(), somebody()];
      await put(one, 1, '"one"');
      await put(other, 1, '"other"');
      await put(one, 2);
      expect([await shown(one), await shown(other)]).toMatchObject([[], [{ talk: other.talk, card: '"other"' }]]);
    });

    it('finds the lane of a conversation, also once its card is gone', async () => {
      const { talk, ...ref } = somebody();
      expect(await opened.desk.find(talk)).toBeUndefined();
      await opened.desk.put(ref, 1, { talk, card: '"one"' });
      await opened.desk.put(ref, 2, { talk });
      expect(await opened.desk.find(talk)).toEqual(ref);
    });

    it('finds an earlier conversation that was pointed to', async () => {
      const { talk, ...ref } = somebody();
      await opened.desk.point(talk, ref);
      expect(await opened.desk.find(talk)).toEqual(ref);
    });

    it('tells the consoles once of what it shows, and nothing of what it ignores', async () => {
      const { talk, ...ref } = somebody();
      const before = await opened.events.last();
      await opened.desk.put(ref, 5, { talk, was: 'before', card: '"one"', ring: true });
      await opened.desk.put(ref, 5, { talk, card: '"again"' });
      await opened.desk.put(ref, 4, { talk });
      await opened.desk.put(ref, 6, { talk });
      const told = await opened.events.since(before, 100);
      if (told === 'gone') throw new Error('It was told just now.');
      expect(told.map(({ event }) => event)).toEqual([
        { type: 'card', talk: 'before', version: 5 },
        { type: 'card', talk, version: 5, ring: true },
        { type: 'card', talk, version: 6 },
      ]);
    });
  });
}
