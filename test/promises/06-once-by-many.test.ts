import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { sign } from '../../src/emulator/sign.ts';
import { oidsOf } from '../support/oids.ts';
import { AUTH_TOKEN, PUBLIC_URL, type RealLine, startRealLine } from '../support/real-line.ts';

const SIDS = 300;
const COPIES = 10;
const AT_ONCE = 20;
const ADDRESS = `${PUBLIC_URL}/twilio/sms`;

describe('6: ten concurrent copies of one webhook to two processes are one state step and one reply', () => {
  let real: RealLine;

  beforeAll(async () => {
    real = await startRealLine({ processes: 2 });
  });
  afterAll(() => real.stop());

  it(`for ${SIDS} texts`, async () => {
    const waiting = Array.from({ length: SIDS }, (_, n) => `+1555555${1_000 + n}`);
    const work = async () => {
      for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) await inCopies(from);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await real.rest();
    const { ledger } = real.emulator;
    for (const { from, body } of ledger.texts()) {
      expect(await real.heard(from)).toEqual([body]);
      expect(oidsOf(ledger.sentTo(from))).toHaveLength(1);
    }
    expect(ledger.texts()).toHaveLength(SIDS);
    expect(ledger.counts.accepted).toBe(SIDS);
  });

  /** Twilio's own form of a text, posted by many hands at the same moment to either process. */
  async function inCopies(from: string): Promise<void> {
    const { form } = await real.emulator.text({ from, body: `only once from ${from}`, drop: true });
    const headers = {
      host: new URL(PUBLIC_URL).host,
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign(AUTH_TOKEN, ADDRESS, form),
    };
    const body = new URLSearchParams(form as Record<string, string>).toString();
    const answers = await Promise.all(
      Array.from({ length: COPIES }, async (_, copy) => {
        const line = real.lines[copy % real.lines.length];
        const answer = await request(`${line?.url}/twilio/sms`, { method: 'POST', headers, body });
        return [answer.statusCode, await answer.body.text()];
      }),
    );
    expect(answers).toEqual(answers.map(() => [200, '<Response/>']));
  }
});
