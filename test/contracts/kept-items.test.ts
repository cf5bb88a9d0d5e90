import { createMemoryKeptItems } from '../../src/adapters/memory/kept-items.ts';
import { createRedisKeptItems } from '../../src/adapters/redis/kept-items.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { keptItemsContract } from './kept-items.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

keptItemsContract({
  name: 'in memory',
  create: async () => ({ items: createMemoryKeptItems(), close: async () => {} }),
});

for (const { name, start } of redisStores) {
  keptItemsContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      return { items: createRedisKeptItems(work, loadScripts(work, scripts), '{desk}things'), close };
    },
  });
}
