import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, connect, whenReady } from '../../../src/adapters/redis/connect.ts';
import { checkSettings } from '../../../src/adapters/redis/safe-settings.ts';
import { startTestCluster, type TestCluster } from '../../support/redis-cluster.ts';
import { startTestRedis, type TestRedis } from '../../support/redis-server.ts';

async function codes(connection: Connection, durable = false): Promise<string[]> {
  return (await checkSettings(connection, { durable })).map(({ code }) => code);
}

describe('checkSettings of one server', () => {
  let redis: TestRedis;
  let connection: Connection;
  beforeAll(async () => {
    redis = await startTestRedis();
    connection = connect(redis.url, 'work');
  });
  afterAll(async () => {
    connection.disconnect();
    await redis.stop();
  });
  afterEach(async () => {
    await redis.client.replicaof('NO', 'ONE');
    for (const [name, value] of safe) await redis.client.config('SET', name, value);
  });
  const safe = [
    ['appendonly', 'yes'],
    ['appendfsync', 'always'],
    ['no-appendfsync-on-rewrite', 'no'],
    ['maxmemory-policy', 'noeviction'],
  ] as const;

  it('finds nothing where everything acknowledged is on disk', async () => {
    expect(await checkSettings(connection)).toEqual([]);
  });

  it.each([
    ['appendonly', 'no', 'not-append-only'],
    ['appendfsync', 'everysec', 'not-synced-always'],
    ['appendfsync', 'no', 'not-synced-always'],
    ['no-appendfsync-on-rewrite', 'yes', 'not-synced-during-rewrite'],
    ['maxmemory-policy', 'allkeys-lru', 'evicts'],
  ])('finds %s %s, naming the setting and the server', async (setting, value, code) => {
    await redis.client.config('SET', setting, value);
    const [problem, ...others] = await checkSettings(connection);
    expect(problem).toMatchObject({ code, server: redis.url });
    expect(problem?.message).toContain(setting);
    expect(others).toEqual([]);
  });

  it('finds a replica', async () => {
    await redis.makeReadOnly();
    expect(await codes(connection)).toEqual(['not-master']);
  });

  it('believes a promise of durability, but not of eviction', async () => {
    await redis.client.config('SET', 'appendonly', 'no');
    await redis.client.config('SET', 'maxmemory-policy', 'volatile-ttl');
    expect(await codes(connection, true)).toEqual(['evicts']);
  });
});

describe('checkSettings where CONFIG is forbidden', () => {
  it('says that they cannot be verified, unless durability is promised', async () => {
    const redis = await startTestRedis({ args: ['--rename-command', 'CONFIG', ''] });
    const connection = connect(redis.url, 'work');
    expect(await codes(connection)).toEqual(['cannot-be-verified']);
    expect(await codes(connection, true)).toEqual([]);
    connection.disconnect();
    await redis.stop();
  });

  it('says so for a user without the right', async () => {
    const redis = await startTestRedis({ tcp: true });
    await redis.client.call('ACL', 'SETUSER', 'line', 'on', '>word', '~*', '&*', '+@all', '-config');
    const connection = connect(redis.url.replace('//', '//line:word@'), 'work');
    expect(await codes(connection)).toEqual(['cannot-be-verified']);
    connection.disconnect();
    await redis.stop();
  });
});

describe('checkSettings of a cluster', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.stop());

  it('looks at every node', async () => {
    const connection = connect(cluster.url, 'work');
    await expect(checkSettings(connection)).rejects.toThrow('no master');
    await whenReady(connection, 60_000);
    expect(await checkSettings(connection)).toEqual([]);
    const last = cluster.nodes[2];
    await last?.client.config('SET', 'appendfsync', 'no');
    expect(await checkSettings(connection)).toMatchObject([
      { code: 'not-synced-always', server: `127.0.0.1:${last?.port}` },
    ]);
    connection.disconnect();
  });
});
