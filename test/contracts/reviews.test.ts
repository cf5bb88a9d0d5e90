import { createMemoryReviews } from '../../src/adapters/memory/reviews.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { createRedisReviews } from '../../src/adapters/redis/reviews.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';
import { reviewsContract } from './reviews.contract.ts';

reviewsContract({ name: 'in memory', create: async () => ({ reviews: createMemoryReviews(), close: async () => {} }) });

for (const { name, start } of redisStores) {
  reviewsContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      return { reviews: createRedisReviews(work, loadScripts(work, scripts)), close };
    },
  });
}
