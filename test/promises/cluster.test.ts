import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { oidsOf } from '../support/oids.ts';
import { startTestCluster, type TestCluster } from '../support/redis-cluster.ts';
import { startTestRedis, type TestRedis } from '../support/redis-server.ts';

const PHONES = Array.from({ length: 20 }, (_, n) => `+155555530${String(n).padStart(2, '0')}`);
const TALK = ['hello', '2', '1', '1'];

describe('on a Redis Cluster of three nodes', () => {
  let cluster: TestCluster;
  let keys: TestRedis;
  let here: LineHere;

  beforeAll(async () => {
    [cluster, keys] = await Promise.all([startTestCluster(), startTestRedis({ tcp: true })]);
    here = await startLineHere({ redisUrl: cluster.url, keystoreUrl: keys.url });
  });
  afterAll(async () => {
    await here.stop();
    await Promise.all([cluster.stop(), keys.stop()]);
  });

  it('twenty talk at once, and every text is answered once, in order', async () => {
    for (const [n, body] of TALK.entries()) {
      const texts = await Promise.all(PHONES.map((from) => here.emulator.text({ from, body })));
      expect(texts.map(({ webhook }) => webhook)).toEqual(PHONES.map(() => 'delivered'));
      await here.settle();
      for (const phone of PHONES) expect(here.sentTo(phone)).toHaveLength(n + 1);
    }
    for (const phone of PHONES) expect(here.sentTo(phone)).toEqual(here.sentTo(PHONES[0] ?? ''));
    const oids = oidsOf(here.emulator.ledger.sent());
    expect(new Set(oids).size).toBe(PHONES.length * TALK.length);
    expect((await here.running.line.desk.waiting()).length).toBe(PHONES.length);
  });

  it('its texters lie on every node', async () => {
    const lanes = await Promise.all(cluster.nodes.map(({ client }) => client.keys('{p*}l:*')));
    for (const held of lanes) expect(held.length).toBeGreaterThan(0);
    expect(lanes.flat()).toHaveLength(PHONES.length);
  });
});
