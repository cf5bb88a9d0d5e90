import { createMemoryLineState } from '../../src/adapters/memory/line-state.ts';
import { createRedisLineState } from '../../src/adapters/redis/line-state.ts';
import { lineStateContract } from './line-state.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

lineStateContract({
  name: 'in memory',
  async create() {
    let now = 0;
    const pass = async (ms: number) => {
      now += ms;
    };
    return { lineState: createMemoryLineState(() => now), pass, close: async () => {} };
  },
});

for (const { name, start } of redisStores) {
  lineStateContract({
    name,
    async create() {
      const { work, close } = await openRedisStore(start);
      const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
      return { lineState: createRedisLineState(work), pass, close };
    },
  });
}
