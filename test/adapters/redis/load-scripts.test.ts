import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, connect, whenReady } from '../../../src/adapters/redis/connect.ts';
import { loadScripts, readScripts, type Script } from '../../../src/adapters/redis/load-scripts.ts';
import { startTestRedis, type TestRedis } from '../../support/redis-server.ts';

const echo: Script = {
  name: 'echo',
  numberOfKeys: 1,
  lua: "redis.call('SET', KEYS[1], ARGV[1])\nreturn {redis.call('GET', KEYS[1]), 7}",
};

describe('loadScripts', () => {
  let redis: TestRedis;
  let connection: Connection;
  beforeAll(async () => {
    redis = await startTestRedis();
    connection = connect(redis.url, 'accept');
    await whenReady(connection, 60_000);
  });
  afterAll(async () => {
    connection.disconnect();
    await redis.stop();
  });

  it('runs a script with text or Buffers, by its hash from the second time on', async () => {
    const scripts = loadScripts(connection, [echo]);
    expect(await scripts.run('echo', ['{p1}a'], ['one'])).toEqual(['one', 7]);
    const bytes = Buffer.from([0, 255, 13, 10, 128]);
    expect(await scripts.runForBuffers('echo', [Buffer.from('{p1}a')], [bytes])).toEqual([bytes, 7]);
    expect(await redis.client.info('commandstats')).toMatch(/cmdstat_evalsha:calls=1,/);
  });

  it('sends it whole to a server that has lost it', async () => {
    const scripts = loadScripts(connection, [echo]);
    await scripts.run('echo', ['{p1}a'], ['one']);
    await redis.client.script('FLUSH');
    expect(await scripts.run('echo', ['{p1}a'], ['two'])).toEqual(['two', 7]);
    await redis.kill();
    await redis.start();
    await whenReady(connection, 60_000);
    expect(await scripts.run('echo', ['{p1}a'], ['three'])).toEqual(['three', 7]);
  });

  it('gives a script of any number of keys as many as it is called with', async () => {
    const count: Script = { name: 'count', numberOfKeys: undefined, lua: 'return {#KEYS, #ARGV}' };
    expect(await loadScripts(connection, [count]).run('count', ['{p1}a', '{p1}b'], ['x'])).toEqual([2, 1]);
  });

  it('refuses a wrong number of keys and an unknown name', async () => {
    const scripts = loadScripts(connection, [echo]);
    await expect(scripts.run('echo', [], ['x'])).rejects.toThrow('takes 1 keys');
    expect(() => scripts.run('ecco', ['a'], [])).toThrow('no Redis script "ecco"');
  });
});

describe('readScripts', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lantern-scripts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds the header of every script of the line', () => {
    const scripts = readScripts(path.resolve(import.meta.dirname, '../../../src/adapters/redis/scripts'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const { lua, numberOfKeys } of scripts) {
      const used = [...lua.matchAll(/KEYS\[(\d+)\]/g)].map((match) => Number(match[1]));
      expect(Math.max(0, ...used)).toBeLessThanOrEqual(numberOfKeys ?? Number.POSITIVE_INFINITY);
    }
  });

  it.each([
    ['no header', 'return 1'],
    ['no ARGV', '-- KEYS: 1 inbox\nreturn 1'],
    ['no number', '-- KEYS: inbox\n-- ARGV: now\nreturn 1'],
    ['a header after the code', 'local a = 1\n-- KEYS: 1\n-- ARGV: now'],
  ])('names the file with %s', (_fault, lua) => {
    writeFileSync(path.join(folder, 'bad.lua'), lua);
    expect(() => readScripts(folder)).toThrow(/bad\.lua must begin/);
  });

  it('reads the number of keys', () => {
    writeFileSync(path.join(folder, 'bad.lua'), '-- Says why.\n-- KEYS: 2 inbox, due\n-- ARGV: now\nreturn 1\n');
    expect(readScripts(folder)).toMatchObject([{ name: 'bad', numberOfKeys: 2 }]);
  });
});
