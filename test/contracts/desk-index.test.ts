import { createMemoryDeskEvents } from '../../src/adapters/memory/desk-events.ts';
import { createMemoryDeskIndex } from '../../src/adapters/memory/desk-index.ts';
import { createMemoryPresence } from '../../src/adapters/memory/presence.ts';
import { createMemoryTalkPapers } from '../../src/adapters/memory/talk-papers.ts';
import { connect, whenReady } from '../../src/adapters/redis/connect.ts';
import { createRedisDeskEvents } from '../../src/adapters/redis/desk-events.ts';
import { createRedisDeskIndex } from '../../src/adapters/redis/desk-index.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { createRedisPresence } from '../../src/adapters/redis/presence.ts';
import { createRedisTalkPapers } from '../../src/adapters/redis/talk-papers.ts';
import { besideDeskContract } from './beside-desk.contract.ts';
import { deskIndexContract } from './desk-index.contract.ts';
import { openRedisStore, redisStores } from './redis-stores.ts';

async function inMemory() {
  const events = createMemoryDeskEvents(50);
  const desk = createMemoryDeskIndex(events);
  return { desk, events, presence: createMemoryPresence(), papers: createMemoryTalkPapers(), close: async () => {} };
}

deskIndexContract({ name: 'in memory', create: inMemory });
besideDeskContract({ name: 'in memory', create: inMemory });

for (const { name, start } of redisStores) {
  const create = async () => {
    const { work, url, scripts, close } = await openRedisStore(start);
    const loaded = loadScripts(work, scripts);
    const waiting = connect(url, 'subscribe');
    await whenReady(waiting, 60_000);
    const events = createRedisDeskEvents(work, () => waiting);
    return {
      desk: createRedisDeskIndex(work, loaded),
      events,
      presence: createRedisPresence(work, loaded),
      papers: createRedisTalkPapers(work),
      async close() {
        waiting.disconnect();
        await close();
      },
    };
  };
  deskIndexContract({ name, create });
  besideDeskContract({ name, create });
}
