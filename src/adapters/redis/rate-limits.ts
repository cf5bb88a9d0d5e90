import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit, RateLimits } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';

/** Tries counted in Redis, on its own clock, for all processes together. */
export function createRedisRateLimits(connection: Connection): RateLimits {
  const limiters = new Map<string, RateLimiterRedis>();
  const limiterOf = (name: string, { most, seconds }: Limit) => {
    const limiter =
      limiters.get(name) ??
      new RateLimiterRedis({
        storeClient: connection,
        keyPrefix: `{desk}try:${name}`,
        points: most,
        duration: seconds,
      });
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
