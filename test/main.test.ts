import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKeyring } from '../src/hotline/keyring.ts';
import { freePort, startTestRedis, type TestRedis } from './support/redis-server.ts';
import { until } from './support/until.ts';

const ROOT = path.join(import.meta.dirname, '..');

describe('a start that cannot be', () => {
  let dir: string;
  let keyringFile: string;
  let redis: TestRedis;

  beforeAll(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-main-'));
    keyringFile = path.join(dir, 'keyring.json');
    writeFileSync(keyringFile, JSON.stringify(newKeyring()), { mode: 0o600 });
    redis = await startTestRedis({ tcp: true });
  });
  afterAll(async () => {
    await redis.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  function start(env: Record<string, string>, root = ROOT) {
    const { PATH = '', HOME = '' } = process.env;
    const cache = { NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'node-compile-cache') };
    const whole = { PATH, HOME, ...cache, PORT: '0', DATA_DIR: path.join(dir, 'data'), ...env };
    const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
      env: whole,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    return { child, said, ended: once(child, 'close').then(([code]) => code as number) };
  }

  /** Exit code 1, nothing taken, and words that name the place and the mend. */
  async function refuses(env: Record<string, string>, words: RegExp, root?: string): Promise<void> {
    const { said, ended } = start(env, root);
    expect({ code: await ended, ...said }).toMatchObject({ code: 1, err: expect.stringMatching(words) });
    expect(said.err).not.toMatch(/^\s+at /m);
  }

  const live = async () => ({
    LINE_MODE: 'live',
    PORT: `${await freePort()}`,
    PUBLIC_URL: 'https://line.example.org',
    TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
    TWILIO_API_BASE: 'http://127.0.0.1:1',
    LINE_NUMBERS: '233733',
    KEYRING_FILE: keyringFile,
    REDIS_URL: redis.url,
  });

  it('says every variable that is wrong, and never its value', async () => {
    const env = { PORT: 'door', LINE_NUMBERS: 'me', TWILIO_AUTH_TOKEN: 'two words' };
    await refuses(env, /^PORT must be a whole number[\s\S]*TWILIO_AUTH_TOKEN must not[\s\S]*LINE_NUMBERS must be/m);
    const { said, ended } = start(env);
    await ended;
    expect(said.err + said.out).not.toMatch(/two words/);
  });

  it('needs its secrets in live mode', () =>
    refuses({ LINE_MODE: 'live' }, /^KEYRING_FILE is required in live mode$/m));

  it('says how to make a keyring that is not there', async () => {
    const file = path.join(dir, 'none.json');
    await refuses({ ...(await live()), KEYRING_FILE: file }, /none\.json is not there\. .*keyring -- new/);
  });

  it('says where a keyring is broken', async () => {
    const file = path.join(dir, 'broken.json');
    const { lookup, ...rest } = newKeyring();
    writeFileSync(file, JSON.stringify({ ...rest, lookup: { ...lookup, current: 'l9' } }), { mode: 0o600 });
    await refuses({ ...(await live()), KEYRING_FILE: file }, /broken\.json: lookup\.current: names a key/);
  });

  it('will not have a keyring that others can read', async () => {
    const file = path.join(dir, 'open.json');
    writeFileSync(file, readFileSync(keyringFile), { mode: 0o644 });
    await refuses({ ...(await live()), KEYRING_FILE: file }, /open\.json can be read by others\. Run: chmod 600/);
  });

  it('names the line and column of a fault in a flow', async () => {
    const copy = path.join(dir, 'copy');
    for (const part of ['src', 'flows', 'locales', 'directory', 'package.json']) {
      cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
    const file = path.join(copy, 'flows/tip.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}  lost:\n    aks: tip.where\n`);
    await refuses({}, /flows\/tip\.yaml:\d+:\d+ [\s\S]*flows -- check/, copy);
  });

  it('says that PORT is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    await refuses(
      { PORT: `${(other.address() as AddressInfo).port}` },
      /PORT is taken by another program: choose another/,
    );
    other.close();
  });

  it('will not share a DATA_DIR, and leaves the first line running', async () => {
    const first = start({});
    await until('the first line runs', () => first.said.out.includes('/phone'), { seen: () => first.said });
    await refuses({}, /DATA_DIR.* is in use by process \d+.*DATA_DIR of its own/);
    expect(first.child.exitCode).toBeNull();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  it('drains to its end when it is told twice to stop, as Ctrl-C under npm does', async () => {
    const line = start({});
    await until('the line runs', () => line.said.out.includes('/phone'), { seen: () => line.said });
    line.child.kill('SIGTERM');
    await until('it drains', () => line.said.out.includes('line-draining'), { seen: () => line.said });
    line.child.kill('SIGTERM');
    expect(await line.ended).toBe(0);
    expect(line.said.out).toContain('line-stopped');
  });

  it('refuses in live mode to keep the keys on the server of the data, under whatever name', async () => {
    const elsewhere = redis.url.replace('127.0.0.1', 'localhost');
    await refuses({ ...(await live()), KEYSTORE_URL: elsewhere }, /KEYSTORE_URL must be another server than REDIS_URL/);
  });

  it('refuses in live mode a Redis that could lose what it acknowledged, and takes the word REDIS_DURABLE', async () => {
    await redis.client.config('SET', 'appendfsync', 'everysec');
    await refuses(await live(), /not-synced-always[\s\S]*appendfsync always/);
    const believed = start({ ...(await live()), REDIS_DURABLE: 'yes' });
    await until('it runs', () => believed.said.out.includes('Lantern is live'), { seen: () => believed.said });
    believed.child.kill('SIGTERM');
    expect(await believed.ended).toBe(0);
  });
});
