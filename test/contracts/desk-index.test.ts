import { createMemoryDeskIndex } from '../../src/adapters/memory/desk-index.ts';
import { createRedisDeskIndex } from '../../src/adapters/redis/desk-index.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { deskIndexContract } from './desk-index.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

deskIndexContract({
  name: 'in memory',
  create: async () => ({ desk: createMemoryDeskIndex(), close: async () => {} }),
});

for (const { name, start } of redisStores) {
  deskIndexContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      return { desk: createRedisDeskIndex(work, loadScripts(work, scripts)), close };
    },
  });
}
