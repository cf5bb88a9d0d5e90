import { createMemoryLanes } from '../../src/adapters/memory/lanes.ts';
import { createRedisLanes } from '../../src/adapters/redis/lanes.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { lanesContract } from './lanes.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

lanesContract({
  name: 'in memory',
  async create() {
    let storeNow = 0;
    const pass = async (ms: number) => {
      storeNow += ms;
    };
    return { lanes: createMemoryLanes(() => storeNow), pass, close: async () => {} };
  },
});

for (const { name, start } of redisStores) {
  lanesContract({
    name,
    async create() {
      const { accept, work, scripts, close } = await openRedisStore(start);
      const lanes = createRedisLanes({
        accept: loadScripts(accept, scripts),
        work: loadScripts(work, scripts),
        connection: work,
      });
      const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
      return { lanes, pass, close };
    },
  });
}
