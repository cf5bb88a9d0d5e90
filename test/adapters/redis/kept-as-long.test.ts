import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createRedisDeskIndex } from '../../../src/adapters/redis/desk-index.ts';
import { loadScripts } from '../../../src/adapters/redis/load-scripts.ts';
import { createRedisTalkPapers } from '../../../src/adapters/redis/talk-papers.ts';
import { openRedisStore, type RedisStore, redisStores } from '../../contracts/redis-stores.ts';

let store: RedisStore;
beforeAll(async () => {
  const [alone] = redisStores;
  if (alone === undefined) throw new Error('There is a store to try.');
  store = await openRedisStore(alone.start);
});
afterAll(() => store.close());

it('what stands beside a conversation ends with it, and by no time of its own: a legal hold or a policy may keep it for years', async () => {
  const { work, scripts } = store;
  const index = createRedisDeskIndex(work, loadScripts(work, scripts));
  const papers = createRedisTalkPapers(work);
  const ref = { partition: 1, name: 'l1.somebody' };
  await index.put(ref, 1, { talk: 'talk', card: '{}' });
  await index.put(ref, 2, { talk: 'talk' });
  await papers.addNote('talk', Buffer.from('note'));
  await papers.setDraft('talk', 'ana', Buffer.from('draft'));
  await papers.keepTranslation('talk', '0 en', Buffer.from('translation'));
  const keys = await work.keys('*talk*');
  expect(keys).toHaveLength(4);
  for (const key of keys) expect([key, await work.pttl(key)]).toEqual([key, -1]);
});
