import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, connect, whenReady } from '../../src/adapters/redis/connect.ts';
import { createRedisLanes } from '../../src/adapters/redis/lanes.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import type { Lanes } from '../../src/hotline/ports.ts';
import { item, LONG, leased, NOW, settlement, texter, turn } from '../contracts/lanes/samples.ts';
import { openRedisStore, type RedisStore } from '../contracts/redis-stores.ts';
import { startTestRedis } from '../support/redis-server.ts';

const ITEMS = 1_000;
const CLIENTS = 20;

describe('13: two advocates never both own or both answer one person', () => {
  let store: RedisStore;
  const connections: Connection[] = [];
  let servers: Lanes[];
  beforeAll(async () => {
    store = await openRedisStore(startTestRedis);
    // Four servers of the line, with five consoles on each.
    for (let n = 0; n < 4; n++) connections.push(connect(store.url, 'work'));
    await Promise.all(connections.map((connection) => whenReady(connection, 60_000)));
    servers = connections.map((connection) => {
      const scripts = loadScripts(connection, store.scripts);
      return createRedisLanes({ accept: scripts, work: scripts, connection });
    });
  });
  afterAll(async () => {
    for (const connection of connections) connection.disconnect();
    await store?.close();
  });

  it(`${CLIENTS} clients claim the same person ${ITEMS} times: one wins each time, and no other may say a word`, async () => {
    const [lanes] = servers as [Lanes];
    const who = texter();
    const first = await leased({ lanes, pass: async () => {}, close: async () => {} }, who);
    await lanes.commit(first, turn(first, { mode: 'waiting' }), undefined);
    await lanes.settle(first, settlement());
    let before: { owner: string; fence: number } | undefined;
    for (let round = 0; round < ITEMS; round++) {
      const claims = Array.from({ length: CLIENTS }, async (_, n) => {
        const owner = `advocate-${n}`;
        const server = servers[n % servers.length] as Lanes;
        const claim = await server.claim(who.ref, owner, item(`claim-${round}-${n}`), NOW);
        return claim === 'not-waiting' ? [] : [{ owner, fence: claim.fence }];
      });
      const won = (await Promise.all(claims)).flat();
      expect({ round, won: won.length }).toEqual({ round, won: 1 });
      const [winner] = won as [{ owner: string; fence: number }];
      const said = await Promise.all([
        lanes.command(who.ref, winner.owner, winner.fence, item(`say-${round}`), NOW),
        before && lanes.command(who.ref, before.owner, before.fence, item(`late-${round}`), NOW),
        lanes.command(who.ref, 'advocate-x', winner.fence, item(`stranger-${round}`), NOW),
      ]);
      expect({ round, said }).toEqual({ round, said: ['stored', before && 'not-owner', 'not-owner'] });
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      expect(lane.inbox.map(({ id }) => id.split('-')[0])).toEqual(['claim', 'say']);
      await lanes.commit(lane, turn(lane, { mode: 'waiting' }), undefined);
      await lanes.settle(lane, settlement());
      before = winner;
    }
  });
});
