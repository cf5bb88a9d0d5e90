import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit, RateLimits } from '../../hotline/ports.ts';

/** Tries counted in this process's memory, on the machine's own clock. */
export function createMemoryRateLimits(): RateLimits {
  const limiters = new Map<string, RateLimiterMemory>();
  const limiterOf = (name: string, { most, seconds }: Limit) => {
    const limiter = limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points: most, duration: seconds });
    limiters.set(name, limiter);
    return limiter;
  };
  return {
    async take(name, limit, key) {
      try {
        await limiterOf(name, limit).consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
    async forgive(name, limit, key) {
      await limiterOf(name, limit).delete(key);
    },
  };
}
