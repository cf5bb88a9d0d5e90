import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RateLimits } from '../../src/hotline/ports.ts';

export interface RateLimitsFactory {
  name: string;
  create(): Promise<{ limits: RateLimits; close(): Promise<void> }>;
}

const LIMIT = { most: 3, seconds: 60 };

/** What every counter of tries must do. */
export function rateLimitsContract({ name, create }: RateLimitsFactory): void {
  describe(`rate limits ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    it('allow so many of ten tries at once, and tell the others how long to wait', async () => {
      const waits = await Promise.all(Array.from({ length: 10 }, () => opened.limits.take('sign-in', LIMIT, 'ana')));
      expect(waits.filter((ms) => ms === 0)).toHaveLength(3);
      for (const ms of waits.filter((wait) => wait > 0)) expect(ms).toBeLessThanOrEqual(60_000);
    });

    it('count each name and key by itself', async () => {
      expect(await opened.limits.take('sign-in', LIMIT, 'ben')).toBe(0);
      expect(await opened.limits.take('invitation', LIMIT, 'ana')).toBe(0);
    });

    it('forget the tries of whoever was right', async () => {
      await opened.limits.forgive('sign-in', LIMIT, 'ana');
      expect(await opened.limits.take('sign-in', LIMIT, 'ana')).toBe(0);
    });
  });
}
