import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, whenReady } from '../../../src/adapters/redis/connect.ts';
import { createRedisKeyStore, type RedisKeyStore } from '../../../src/adapters/redis/key-store.ts';
import { keyStoreContract } from '../../contracts/key-store.contract.ts';
import { startTestCluster } from '../../support/redis-cluster.ts';
import { startTestRedis, type TestRedis } from '../../support/redis-server.ts';

describe.each([
  ['one server', startTestRedis],
  ['a cluster', startTestCluster],
])('the key store in Redis, %s', (_where, start) => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });
  keyStoreContract(async () => {
    const redis = await start();
    stops.push(() => redis.stop());
    return createRedisKeyStore(connect(redis.url, 'work'));
  });
});

/** Redis removes a replaced file in the background. */
async function untilFilesLack(redis: TestRedis, bytes: Buffer): Promise<void> {
  while (filesHold(redis, bytes)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function filesHold(redis: TestRedis, bytes: Buffer): boolean {
  const files = readdirSync(redis.dir, { recursive: true, encoding: 'utf8' }).map((file) => path.join(redis.dir, file));
  return files.some((file) => statSync(file).isFile() && readFileSync(file).includes(bytes));
}

describe.each([
  ['one server', startTestRedis],
  ['a cluster', startTestCluster],
])('a destroyed key in Redis, %s', (_where, start) => {
  let redis: Awaited<ReturnType<typeof start>>;
  let nodes: readonly TestRedis[];
  let store: RedisKeyStore;
  beforeAll(async () => {
    redis = await start();
    nodes = 'nodes' in redis ? redis.nodes : [redis];
    const connection = connect(redis.url, 'work');
    await whenReady(connection, 60_000);
    store = createRedisKeyStore(connection);
  });
  beforeEach(async () => void (await Promise.all(nodes.map((node) => node.client.flushall()))));
  afterAll(async () => {
    await store.close();
    await redis.stop();
  });

  it('stays in the files until they are rewritten, then is nowhere', async () => {
    const [forgotten, kept] = [randomBytes(60), randomBytes(60)];
    await store.putIfAbsent('forgotten', forgotten);
    await store.putIfAbsent('kept', kept);
    await store.destroy(['forgotten']);
    expect(nodes.some((node) => filesHold(node, forgotten))).toBe(true);
    expect(await store.rewriteDue()).toBe(true);
    await Promise.all(nodes.map((node) => untilFilesLack(node, forgotten)));
    expect(nodes.some((node) => filesHold(node, kept))).toBe(true);
    expect(await store.get('kept')).toEqual(kept);
  });

  it('is not rewritten for twice, and not for nothing', async () => {
    expect(await store.rewriteDue()).toBe(false);
    await store.putIfAbsent('a', randomBytes(60));
    await store.destroy(['a']);
    expect(await store.rewriteDue()).toBe(true);
    expect(await store.rewriteDue()).toBe(false);
  });

  it('is still due after a crash of its server', async () => {
    await store.destroy(['a']);
    await Promise.all(nodes.map((node) => node.kill()));
    await Promise.all(nodes.map((node) => node.start()));
    expect(await store.rewriteDue()).toBe(true);
  });

  it('is due again when it was destroyed during a rewrite', async () => {
    await store.destroy(['a']);
    const [rewrote] = await Promise.all([store.rewriteDue(), store.destroy(['b'])]);
    expect(rewrote).toBe(true);
    expect(await store.rewriteDue()).toBe(true);
  });

  it('is rewritten for by several processes at once', async () => {
    await store.destroy(['a']);
    const all = await Promise.all([store.rewriteDue(), store.rewriteDue(), store.rewriteDue()]);
    expect(all).toEqual([true, true, true]);
    expect(await store.rewriteDue()).toBe(false);
  });
});
