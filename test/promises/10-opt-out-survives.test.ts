import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Keyring, rotateKeyring } from '../../src/hotline/keyring.ts';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { startTestRedis, type TestRedis } from '../support/redis-server.ts';
import { until } from '../support/until.ts';

const PHONE = '+15555550110';
const WRITTEN = [
  '15555550110',
  ' 15555550110',
  '+1 555 555 0110',
  '+1-555-555-0110',
  '(555) 555-0110',
  '+015555550110',
];
const MINUTE = 60_000;
const CONFIRMED = /you will get no more texts from us/;

describe('10: an opt-out survives', () => {
  let data: TestRedis;
  let keys: TestRedis;
  let here: LineHere;

  beforeEach(async () => {
    [data, keys] = await Promise.all([startTestRedis({ tcp: true }), startTestRedis({ tcp: true })]);
    // One try is enough for a refusal.
    const webhookUrl = 'https://line.example.org/twilio/sms#rp=5xx&rc=5';
    here = await startLineHere({ redisUrl: data.url, keystoreUrl: keys.url, emulator: { webhookUrl } });
  });
  afterEach(async () => {
    await here.stop();
    await Promise.all([data.stop(), keys.stop()]);
  });

  async function text(body: string, from = PHONE) {
    const received = await here.emulator.text({ from, body });
    await here.settle();
    return received;
  }
  /** Nothing more for the phone, whatever it writes, and it is known to be opted out. */
  async function expectSilence() {
    const before = here.sentTo(PHONE).filter((body) => !CONFIRMED.test(body));
    await text('hello again');
    await here.forward(MINUTE);
    expect(here.sentTo(PHONE).filter((body) => !CONFIRMED.test(body))).toEqual(before);
    expect((await here.lane(PHONE)).optedOut).toBe(true);
  }
  function changeKeyring(change: (ring: Keyring) => Keyring) {
    writeFileSync(here.keyringFile, JSON.stringify(change(JSON.parse(readFileSync(here.keyringFile, 'utf8')))));
  }

  it('SIGKILL of the store the moment that STOP was answered with 200', async () => {
    await text('hello');
    const stop = await here.emulator.text({ from: PHONE, body: 'STOP' });
    await data.kill();
    expect(stop.webhook).toBe('delivered');
    await data.start();
    await until('the store is back', () =>
      here.running.stores.probe().then(
        () => true,
        () => false,
      ),
    );
    await here.forward(20_000);
    await until('STOP is heeded', async () => (await here.lane(PHONE)).optedOut);
    await expectSilence();
    expect(here.sentTo(PHONE).filter((body) => CONFIRMED.test(body))).toHaveLength(1);
  });

  it('the restore of a backup from before it: the provider still knows, and is asked before anything is sent', async () => {
    await text('I want to talk to a person');
    const files = path.join(data.dir, 'appendonlydir');
    const backup = path.join(here.dir, 'backup');
    cpSync(files, backup, { recursive: true });
    await text('STOP');
    expect((await here.lane(PHONE)).optedOut).toBe(true);
    const before = here.sentTo(PHONE).filter((body) => !CONFIRMED.test(body));

    await here.halt();
    await data.kill();
    rmSync(files, { recursive: true });
    cpSync(backup, files, { recursive: true });
    await data.start();
    await data.client.del('line:duty:sweep');
    // By now the backup's wait notice is due.
    await here.forward(2 * MINUTE);
    await here.start();
    await until('the provider was asked', async () => (await here.lane(PHONE)).optedOut);
    await here.settle();
    expect(here.sentTo(PHONE).filter((body) => !CONFIRMED.test(body))).toEqual(before);
    await expectSilence();
  });

  it('the rotation of the lookup key, and the line does not start without the old one', async () => {
    await text('hello');
    await text('STOP');
    await here.halt();
    changeKeyring(rotateKeyring);
    await here.start();
    await expectSilence();
    await here.halt();
    changeKeyring((ring) => ({ ...ring, lookup: { ...ring.lookup, keys: without(ring.lookup.keys, 'l1') } }));
    await expect(here.start()).rejects.toThrow('lookup.keys lacks the right l1');
  });

  it('however the number is written, which is not taken for somebody else', async () => {
    await text('hello');
    await text('STOP');
    const before = here.emulator.ledger.sent().length;
    for (const from of WRITTEN) {
      expect([from, (await text('hello', from)).attempts.at(-1)?.answer?.status]).toEqual([from, 400]);
    }
    expect(here.emulator.ledger.sent()).toHaveLength(before);
    await expectSilence();
  });

  it('a text of the same number through another channel, which is a talk of its own', async () => {
    await text('hello');
    await text('STOP');
    await text('hello', `whatsapp:${PHONE}`);
    await text('START', `whatsapp:${PHONE}`);
    await expectSilence();
  });
});

function without<T>(map: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}
