import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, type ConnectionState, connect, whenReady } from '../../../src/adapters/redis/connect.ts';
import { startTestCluster, type TestCluster } from '../../support/redis-cluster.ts';
import { startTestRedis, type TestRedis } from '../../support/redis-server.ts';

const open: Connection[] = [];
function opened(url: string, kind: 'accept' | 'work', onState?: (state: ConnectionState) => void): Connection {
  const connection = connect(url, kind, onState);
  open.push(connection);
  return connection;
}
afterEach(() => {
  for (const connection of open.splice(0)) connection.disconnect();
});

/** Writes until one is taken: how long a recovery takes is the machine's affair, that it comes is ours. */
async function recovers(connection: Connection): Promise<void> {
  for (;;) {
    const answer = await connection.set('{p1}back', 'yes').catch(() => undefined);
    if (answer === 'OK') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first write may find the connection dying; from then on the answer must not wait for anything. */
async function refusesAtOnce(connection: Connection): Promise<void> {
  await expect(connection.set('{p1}lost', 'x')).rejects.toThrow();
  let waited = false;
  const timer = setImmediate(() => setImmediate(() => setImmediate(() => (waited = true))));
  await expect(connection.set('{p1}lost', 'x')).rejects.toThrow();
  clearImmediate(timer);
  expect(waited).toBe(false);
}

describe('the accept connection to one server', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(() => redis.stop());

  it('refuses at once while the server is dead, and recovers by itself', async () => {
    const states: ConnectionState[] = [];
    const accept = opened(redis.url, 'accept', (state) => states.push(state));
    await whenReady(accept, 60_000);
    await redis.kill();
    await refusesAtOnce(accept);
    await redis.start();
    await recovers(accept);
    expect(states.map(({ ready }) => ready)).toEqual([true, false, true]);
    expect(await accept.exists('{p1}lost')).toBe(0);
  });

  it('gives up a hanging server within its time limit, then refuses at once, and recovers', async () => {
    const accept = opened(redis.url, 'accept');
    await whenReady(accept, 60_000);
    redis.pause();
    await refusesAtOnce(accept);
    redis.resume();
    await recovers(accept);
  });

  it('rejects what is in flight when the server dies, and does not send it again', async () => {
    const accept = opened(redis.url, 'accept');
    await whenReady(accept, 60_000);
    redis.pause();
    const write = accept.rpush('{p1}list', 'once');
    const outcome = expect(write).rejects.toThrow();
    await redis.kill();
    await outcome;
    await redis.start();
    await recovers(accept);
    expect(await accept.llen('{p1}list')).toBe(0);
  });

  it('rejects while the server is read-only or full, and recovers', async () => {
    const accept = opened(redis.url, 'accept');
    await whenReady(accept, 60_000);
    await redis.makeReadOnly();
    await expect(accept.set('{p1}a', 'x')).rejects.toThrow('READONLY');
    await redis.makeWritable();
    await recovers(accept);
    await redis.limitMemory(1);
    await expect(accept.set('{p1}a', 'x')).rejects.toThrow('OOM');
    await redis.limitMemory(0);
    await recovers(accept);
  });

  it('keeps what was sent out of its errors', async () => {
    const accept = opened(redis.url, 'accept');
    await whenReady(accept, 60_000);
    await accept.set('{p1}text', 'x');
    const failure: unknown = await accept.rpush('{p1}text', 'canary-8d21').catch((error: unknown) => error);
    expect(inspect(failure, { depth: 9 })).toContain('WRONGTYPE');
    expect(inspect(failure, { depth: 9 })).not.toContain('canary-8d21');
  });
});

describe('the work connection', () => {
  it('waits out a restart of the server', async () => {
    const redis = await startTestRedis();
    const work = opened(redis.url, 'work');
    await work.set('{p1}a', '1');
    await redis.kill();
    const read = work.get('{p1}a');
    await redis.start();
    expect(await read).toBe('1');
    await redis.stop();
  });

  it('can be opened before there is a server, and is quiet until there is one', async () => {
    const redis = await startTestRedis();
    await redis.kill();
    const states: ConnectionState[] = [];
    const work = opened(redis.url, 'work', (state) => states.push(state));
    await expect(whenReady(work, 100)).rejects.toThrow('in time');
    await redis.start();
    await whenReady(work, 60_000);
    expect(states).toEqual([{ ready: false, code: 'ECONNREFUSED' }, { ready: true }]);
    await redis.stop();
  });
});

describe('the accept connection to a cluster', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.stop());

  /** `{p1}` is in one of the three; this finds which. */
  async function holder(): Promise<TestRedis> {
    for (const node of cluster.nodes) {
      if (await node.client.set('{p1}here', '1').catch(() => undefined)) return node;
    }
    throw new Error('No node holds {p1}.');
  }

  it('takes writes in every slot at its first use', async () => {
    const accept = opened(cluster.url, 'accept');
    await whenReady(accept, 60_000);
    const writes = Array.from({ length: 64 }, (_, partition) => accept.set(`{p${partition}}a`, 'x'));
    expect(new Set(await Promise.all(writes))).toEqual(new Set(['OK']));
  });

  it('refuses while a node is dead, and recovers by itself', async () => {
    const accept = opened(cluster.url, 'accept');
    await whenReady(accept, 60_000);
    const node = await holder();
    await node.kill();
    await expect(accept.set('{p1}lost', 'x')).rejects.toThrow();
    await expect(accept.set('{p1}lost', 'x')).rejects.toThrow();
    await node.start();
    await recovers(accept);
  });

  it('gives up a hanging node within its time limit, and recovers', async () => {
    const accept = opened(cluster.url, 'accept');
    await whenReady(accept, 60_000);
    const node = await holder();
    node.pause();
    await expect(accept.set('{p1}lost', 'x')).rejects.toThrow();
    await expect(accept.set('{p1}lost', 'x')).rejects.toThrow();
    node.resume();
    await recovers(accept);
  });
});
