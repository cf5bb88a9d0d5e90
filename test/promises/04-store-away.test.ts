import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type FakeLine, startFakeLine } from '../emulator/fake-line.ts';
import { type RealLine, startRealLine } from '../support/real-line.ts';
import type { TestRedis } from '../support/redis-server.ts';
import { until } from '../support/until.ts';

const FALLBACK = 'We cannot answer texts right now. Call 888-373-7888, or 911 in danger.';

const FAULTS: [string, { begin(redis: TestRedis): Promise<void>; end(redis: TestRedis): Promise<void> }][] = [
  ['down', { begin: (redis) => redis.kill(), end: (redis) => redis.start() }],
  ['full', { begin: (redis) => redis.limitMemory(1), end: (redis) => redis.limitMemory(0) }],
  ['read-only', { begin: (redis) => redis.makeReadOnly(), end: (redis) => redis.makeWritable() }],
];

describe('4: with Redis away a webhook is answered 5xx, never a false 200, and the fallback tells the texter to call', () => {
  let real: RealLine;
  let host: FakeLine;
  let phones = 0;
  const phone = () => `+1555555${1_000 + ++phones}`;

  beforeAll(async () => {
    host = await startFakeLine();
    host.answer = () => ({ status: 200, body: `<Response><Message>${FALLBACK}</Message></Response>` });
    const emulator = { fallbackUrl: `${host.url}/fallback`, timing: { retryMs: 20 } };
    real = await startRealLine({ emulator, leaseMs: 2_000, postTimeoutMs: 500 });
  });
  afterAll(async () => {
    await real.stop();
    await host.close();
  });

  const readiness = async () => {
    const answer = await request(`${real.lines[0]?.url}/readyz`);
    await answer.body.dump();
    return answer.statusCode;
  };
  const said = (from: string) => real.emulator.ledger.sentTo(from).map(({ body }) => body);

  it.each(FAULTS)('Redis %s', async (_, fault) => {
    const early = Array.from({ length: 15 }, phone);
    const sending = early.map((from) => real.emulator.text({ from, body: `early ${from}` }));
    const already = real.emulator.ledger.counts.webhooksDelivered;
    await real.emulator.ledger.until(() => real.emulator.ledger.counts.webhooksDelivered > already + 4);
    await fault.begin(real.data);
    await Promise.all(sending);

    const from = phone();
    const refused = await real.emulator.text({ from, body: 'is anyone there' });
    expect(refused.webhook).toBe('failed');
    expect(refused.attempts.map(({ answer }) => answer?.status)).toEqual(Array(6).fill(503));
    expect(said(from)).toEqual([FALLBACK]);
    expect(await readiness()).toBe(503);
    expect((await request(`${real.lines[0]?.url}/healthz`)).statusCode).toBe(200);

    await fault.end(real.data);
    await until('it is ready again', async () => (await readiness()) === 200);
    const again = await real.emulator.text({ from, body: 'hello again' });
    expect(again.webhook).toBe('delivered');
    await real.rest();
    // The text that the fallback answered is found by the sweep; here it was never stored.
    expect(await real.heard(from)).toEqual(['hello again']);
    expect(said(from)).toHaveLength(2);
    for (const one of early) {
      const text = real.emulator.ledger.textsFrom(one)[0];
      const answers = said(one).filter((body) => body !== FALLBACK);
      // What was not acknowledged may have been stored all the same, and then is answered too.
      const heard = await real.heard(one);
      if (text?.webhook === 'delivered') expect(heard).toEqual([text.body]);
      expect(answers).toHaveLength(heard.length);
    }
  });
});
