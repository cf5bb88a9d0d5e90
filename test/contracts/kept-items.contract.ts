import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KeptItem, KeptItems } from '../../src/hotline/ports.ts';

export interface Thing extends KeptItem {
  words: string;
}

export interface KeptItemsFactory {
  name: string;
  create(): Promise<{ items: KeptItems<Thing>; close(): Promise<void> }>;
}

/** What every store of things that staff edit must do. */
export function keptItemsContract({ name, create }: KeptItemsFactory): void {
  describe(`kept items ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());
    const find = async (id: string) => (await opened.items.list()).find((item) => item.id === id);

    it('gives back what was put, words with spaces and all', async () => {
      const thing = { id: 'one', version: 1, words: 'two 3 "four" 五' };
      expect(await opened.items.put(thing)).toBe(true);
      expect(await find('one')).toEqual(thing);
    });

    it('lets one of several write the next version, and nobody skip one', async () => {
      await opened.items.put({ id: 'two', version: 1, words: 'first' });
      const wrote = await Promise.all(
        ['a', 'b', 'c'].map((words) => opened.items.put({ id: 'two', version: 2, words })),
      );
      expect(wrote.filter(Boolean)).toHaveLength(1);
      expect((await find('two'))?.words).toBe(['a', 'b', 'c'][wrote.indexOf(true)]);
      expect(await opened.items.put({ id: 'two', version: 1, words: 'again' })).toBe(false);
      expect(await opened.items.put({ id: 'two', version: 4, words: 'ahead' })).toBe(false);
      expect(await opened.items.put({ id: 'new', version: 2, words: 'of nothing' })).toBe(false);
    });

    it('takes away what stands as it was seen, and nothing else', async () => {
      await opened.items.put({ id: 'three', version: 1, words: 'first' });
      await opened.items.put({ id: 'three', version: 2, words: 'second' });
      expect(await opened.items.remove('three', 1)).toBe(false);
      expect(await opened.items.remove('three', 2)).toBe(true);
      expect(await opened.items.remove('three', 2)).toBe(false);
      expect(await opened.items.remove('nothing', 0)).toBe(false);
      expect(await find('three')).toBeUndefined();
    });
  });
}
