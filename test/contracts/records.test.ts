import { createMemoryRecords } from '../../src/adapters/memory/records.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { createRedisRecords } from '../../src/adapters/redis/records.ts';
import { recordsContract } from './records.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

recordsContract({ name: 'in memory', create: async () => ({ records: createMemoryRecords(), close: async () => {} }) });

for (const { name, start } of redisStores) {
  recordsContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      return { records: createRedisRecords(work, loadScripts(work, scripts)), close };
    },
  });
}
