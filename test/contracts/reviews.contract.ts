import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reviews, StoredReview } from '../../src/hotline/ports.ts';

export interface ReviewsFactory {
  name: string;
  create(): Promise<{ reviews: Reviews; close(): Promise<void> }>;
}

/** What every keeper of second looks must do. */
export function reviewsContract({ name, create }: ReviewsFactory): void {
  describe(`reviews ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    const review = (talk: string, closedAt: number, by = 'ana'): StoredReview => ({
      ...{
        talk,
        closedAt,
        by,
        priority: 'red',
        kind: 'crisis',
        outcome: 'helped',
        why: ['red'],
        alerts: ['late-text'],
      },
    });

    it('tells those that wait, the oldest first, each once however often it is added', async () => {
      const { reviews } = opened;
      for (const one of [review('b', 20), review('a', 10), review('b', 5, 'ben')]) await reviews.add(one);
      expect(await reviews.open(10)).toEqual([review('a', 10), review('b', 20)]);
      expect(await reviews.open(1)).toEqual([review('a', 10)]);
      expect([await reviews.count(), await reviews.get('b')]).toEqual([2, review('b', 20)]);
      await reviews.erase(['a', 'b']);
    });

    it('is finished by one alone, and does not come back when the close is told once more', async () => {
      const { reviews } = opened;
      await reviews.add(review('c', 30));
      const looks = await Promise.all(
        ['sol', 'sue', 'sam'].map((by) => reviews.finish('c', { at: 40, by, verdict: 'fine' })),
      );
      expect(looks.filter(Boolean)).toHaveLength(1);
      await reviews.add(review('c', 30));
      expect([await reviews.open(10), await reviews.count()]).toEqual([[], 0]);
      expect(await reviews.get('c')).toMatchObject({ reviewed: { at: 40 } });
      expect(await reviews.finish('nobody', { at: 40, by: 'sol', verdict: 'fine' })).toBe(false);
    });

    it('tells an advocate the latest comments first, and those of nobody else', async () => {
      const { reviews } = opened;
      for (const talk of ['d', 'e', 'f']) await reviews.add(review(talk, 50, talk === 'f' ? 'ben' : 'ana'));
      await reviews.add(review('g', 50));
      await reviews.finish('d', { at: 60, by: 'sol', verdict: 'fine', comment: 'one' });
      await reviews.finish('e', { at: 70, by: 'sol', verdict: 'fine', comment: 'two' });
      await reviews.finish('f', { at: 80, by: 'sol', verdict: 'fine', comment: 'three' });
      await reviews.finish('g', { at: 90, by: 'sol', verdict: 'fine' });
      expect((await reviews.commented('ana', 10)).map(({ talk }) => talk)).toEqual(['e', 'd']);
      expect((await reviews.commented('ana', 1)).map(({ talk }) => talk)).toEqual(['e']);
      expect(await reviews.commented('nobody', 10)).toEqual([]);
    });

    it('forgets those that are erased, with their comments', async () => {
      const { reviews } = opened;
      await reviews.add(review('h', 1, 'zoe'));
      await reviews.add(review('i', 2, 'zoe'));
      await reviews.finish('i', { at: 3, by: 'sol', verdict: 'fine', comment: 'x' });
      await reviews.erase(['h', 'i']);
      await reviews.erase([]);
      expect([await reviews.get('h'), await reviews.open(10), await reviews.commented('zoe', 10)]).toEqual([
        undefined,
        [],
        [],
      ]);
    });
  });
}
