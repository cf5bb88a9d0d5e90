import { createMemoryAuditAnchor, createMemoryAuditStore } from '../../src/adapters/memory/audit-store.ts';
import { createRedisAuditAnchor, createRedisAuditStore } from '../../src/adapters/redis/audit-store.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { auditStoreContract } from './audit-store.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

auditStoreContract({
  name: 'in memory',
  create: async () => ({ store: createMemoryAuditStore(), anchor: createMemoryAuditAnchor(), close: async () => {} }),
});

for (const { name, start } of redisStores) {
  auditStoreContract({
    name,
    async create() {
      const { work, scripts, close } = await openRedisStore(start);
      const loaded = loadScripts(work, scripts);
      return { store: createRedisAuditStore(work, loaded), anchor: createRedisAuditAnchor(work, loaded), close };
    },
  });
}
