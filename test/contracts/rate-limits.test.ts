import { createMemoryRateLimits } from '../../src/adapters/memory/rate-limits.ts';
import { createRedisRateLimits } from '../../src/adapters/redis/rate-limits.ts';
import { rateLimitsContract } from './rate-limits.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

rateLimitsContract({
  name: 'in memory',
  create: async () => ({ limits: createMemoryRateLimits(), close: async () => {} }),
});

for (const { name, start } of redisStores) {
  rateLimitsContract({
    name,
    async create() {
      const { work, close } = await openRedisStore(start);
      return { limits: createRedisRateLimits(work), close };
    },
  });
}
