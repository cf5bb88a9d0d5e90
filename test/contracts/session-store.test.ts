import { createMemorySessionStore } from '../../src/adapters/memory/session-store.ts';
import { createRedisSessionStore } from '../../src/adapters/redis/session-store.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';
import { sessionStoreContract } from './session-store.contract.ts';

sessionStoreContract({
  name: 'in memory',
  async create() {
    let now = 0;
    const pass = async (ms: number) => {
      now += ms;
    };
    return { store: createMemorySessionStore(() => now), pass, close: async () => {} };
  },
});

for (const { name, start } of redisStores) {
  sessionStoreContract({
    name,
    async create() {
      const { work, close } = await openRedisStore(start);
      const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
      return { store: createRedisSessionStore(work), pass, close };
    },
  });
}
