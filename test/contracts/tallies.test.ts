import { createMemoryTallies } from '../../src/adapters/memory/tallies.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { createRedisTallies } from '../../src/adapters/redis/tallies.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';
import { talliesContract } from './tallies.contract.ts';

talliesContract({ name: 'in memory', create: async () => ({ tallies: createMemoryTallies(), close: async () => {} }) });

for (const { name, start } of redisStores) {
  talliesContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      return { tallies: createRedisTallies(work, loadScripts(work, scripts)), close };
    },
  });
}
