import { createMemoryAccountStore } from '../../src/adapters/memory/account-store.ts';
import { createRedisAccountStore } from '../../src/adapters/redis/account-store.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { accountStoreContract } from './account-store.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

accountStoreContract({
  name: 'in memory',
  create: async () => ({ store: createMemoryAccountStore(), close: async () => {} }),
});

for (const { name, start } of redisStores) {
  accountStoreContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      return { store: createRedisAccountStore(work, loadScripts(work, scripts)), close };
    },
  });
}
