import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRedisKeyStore } from '../../src/adapters/redis/key-store.ts';
import { parseKeyring } from '../../src/hotline/keyring.ts';
import { createPseudonyms } from '../../src/hotline/pseudonyms.ts';
import { createVault } from '../../src/hotline/vault.ts';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { startTestRedis, type TestRedis } from '../support/redis-server.ts';
import { sealedIn } from '../support/sealed-in.ts';

const PHONE = '+15555550121';
const HOUR = 3_600_000;
/** A tip that goes to nobody at once: then a person may erase it all by themselves. */
const TIP = ['hello', '2', '2', '2', 'a van at night', 'Denver', '3', '2', '2'];

describe('21: what was forgotten cannot be read, in any backup', () => {
  let data: TestRedis;
  let keys: TestRedis;
  let here: LineHere;

  beforeEach(async () => {
    [data, keys] = await Promise.all([startTestRedis({ tcp: true }), startTestRedis({ tcp: true })]);
    here = await startLineHere({ redisUrl: data.url, keystoreUrl: keys.url });
  });
  afterEach(async () => {
    await here.stop();
    await Promise.all([data.stop(), keys.stop()]);
  });

  async function talk(...bodies: string[]) {
    for (const body of bodies) {
      await here.emulator.text({ from: PHONE, body });
      await here.settle();
    }
  }

  /** Days go by, with what the line does every hour done twice. */
  async function pass(days: number) {
    for (const hours of [4, days * 24 - 4]) {
      await here.forward(hours * HOUR);
      await here.running.line.tidy();
      await here.running.retention.expire();
    }
  }

  /** All that opens in the files of a data store with today's keyring and every key that stands today. */
  async function readAll(files: string): Promise<string[]> {
    const parsed = parseKeyring(readFileSync(here.keyringFile, 'utf8'));
    if (!parsed.ok) throw new Error(parsed.problem);
    const vault = createVault({ keyring: parsed.keyring, keyStore: createRedisKeyStore(keys.client) });
    const standing = (await keys.client.keys('key:*')).map((key) => key.slice('key:'.length));
    const [name = ''] = createPseudonyms(parsed.keyring)(PHONE).names;
    const bytes = readdirSync(files).map((file) => readFileSync(path.join(files, file)));
    const opened: string[] = [];
    for (const { sealed, places } of bytes.flatMap((file) => sealedIn(file, name))) {
      for (const key of standing) {
        for (const place of places)
          opened.push(
            ...(await vault.open(key, sealed, place).then(
              (plain) => [plain],
              () => [],
            )),
          );
      }
    }
    return opened;
  }

  it('"delete everything" leaves an old backup with today\'s keyring and keys unreadable, but for the record agreed to', async () => {
    await talk(...TIP);
    const backup = path.join(here.dir, 'backup');
    cpSync(path.join(data.dir, 'appendonlydir'), backup, { recursive: true });
    const before = (await readAll(backup)).join('\n');
    for (const words of [...TIP.filter((text) => text.length > 1), PHONE]) expect(before).toContain(words);

    await talk('delete everything', '1');
    expect(here.sentTo(PHONE).at(-1)).toMatch(/will now be erased/);
    await here.forward(4 * HOUR);
    await here.running.line.tidy();

    for (const files of [backup, path.join(data.dir, 'appendonlydir')]) {
      const left = await readAll(files);
      expect(left.length).toBeGreaterThan(0);
      for (const plain of left) {
        expect(JSON.parse(plain)).toMatchObject({ kind: 'tip', answers: { what: 'a van at night' } });
        expect(plain).not.toContain(PHONE);
      }
    }
  });

  it('what its time is up for goes by itself, in every backup; what is under a legal hold stays until that is lifted', async () => {
    await talk('hello', '2', 'my secret word is heron');
    const keyIds = (await keys.client.keys('key:*')).map((key) => key.slice('key:'.length));
    const conversation = keyIds.find((id) => !id.startsWith('inbox-')) ?? '';
    const backup = path.join(here.dir, 'aged');
    cpSync(path.join(data.dir, 'appendonlydir'), backup, { recursive: true });
    const { retention } = here.running;
    const hold = { kind: 'transcript', id: conversation, reason: 'asked for by a court' } as const;
    expect(await retention.hold('an-admin', hold)).toBe('done');
    await pass(91);
    expect((await readAll(backup)).join()).toContain('heron');
    await talk('delete everything', '1');
    expect((await readAll(backup)).join()).toContain('heron');

    expect(await retention.lift('an-admin', conversation, 'the case is over')).toBe('done');
    expect((await readAll(backup)).join()).not.toContain('heron');
    await talk('hello again', '2', 'another word, egret');
    cpSync(path.join(data.dir, 'appendonlydir'), backup, { recursive: true, force: true });
    expect((await readAll(backup)).join()).toContain('egret');
    await pass(91);
    for (const files of [backup, path.join(data.dir, 'appendonlydir')]) {
      expect((await readAll(files)).join()).not.toMatch(/heron|egret|court|15555550121/);
    }
  });

  it('the key store keeps no destroyed key in its files once they are rewritten', async () => {
    await talk('hello', 'delete everything');
    const ids = (await keys.client.keys('key:*')).map((key) => key.slice('key:'.length));
    await talk('1');
    await here.forward(4 * HOUR);
    await here.running.line.tidy();
    await here.running.stores.rewriteKeys();
    const left = (await keys.client.keys('key:*')).map((key) => key.slice('key:'.length));
    const destroyed = ids.filter((id) => !left.includes(id));
    expect(destroyed.some((id) => id.startsWith('inbox-'))).toBe(true);
    expect(destroyed.some((id) => !id.startsWith('inbox-'))).toBe(true);
    const folder = path.join(keys.dir, 'appendonlydir');
    const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'latin1'));
    for (const id of destroyed) expect(files.join()).not.toContain(`key:${id}`);
  });

  it('the keys of past hours of waiting texts are destroyed, and no text that still waits is lost', async () => {
    await talk('hello');
    await here.halt();
    await here.start(true);
    await here.emulator.text({ from: PHONE, body: '2' });
    await here.forward(4 * HOUR, false);
    const standing = () => keys.client.keys('key:inbox-*');
    expect(await standing()).toHaveLength(1);
    await here.running.line.tidy();
    expect(await standing()).toHaveLength(1);
    await here.halt();
    await here.start();
    await here.settle();
    expect((await here.lane(PHONE)).heard).toEqual(['hello', '2']);
    await here.running.line.tidy();
    expect(await standing()).toEqual([]);
  });
});
