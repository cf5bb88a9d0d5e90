import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import type { InboundText } from '../../src/emulator/messages.ts';
import { sign } from '../../src/emulator/sign.ts';
import { AUTH_TOKEN, PUBLIC_URL, type RealLine, startRealLine } from '../support/real-line.ts';
import { stateHash } from '../support/state-hash.ts';

const SMS = `${PUBLIC_URL}/twilio/sms`;
const FROM = '+15555550100';
const SID = `SM${'5'.repeat(32)}`;
const FORM_TYPE = 'application/x-www-form-urlencoded';

type Form = Record<string, string>;
interface Call {
  path?: string;
  form?: Form;
  body?: string;
  type?: string;
  signature?: string;
  headers?: Form;
}

describe('18: forged, replayed, re-pathed, re-split or oversized webhooks change nothing', () => {
  let real: RealLine;
  let taken: InboundText;
  let fresh: Form;
  let oid = '';

  beforeAll(async () => {
    real = await startRealLine();
    taken = await real.emulator.text({ from: FROM, body: 'hello' });
    await real.emulator.ledger.until(() => real.emulator.ledger.sentTo(FROM)[0]?.callbacks.length === 2);
    // The next one's callbacks are held back, so that a forged one would have something to change.
    real.emulator.faults.always({ callbacks: 'none' });
    await real.emulator.text({ from: FROM, body: 'he has a knife' });
    await real.emulator.ledger.until(() => real.emulator.ledger.sentTo(FROM).length === 2);
    await real.rest();
    oid = new URL(real.emulator.ledger.sentTo(FROM)[1]?.statusCallback ?? '').search;
    fresh = { ...(taken.form as Form), Body: 'not from any phone', MessageSid: SID, SmsSid: SID, SmsMessageSid: SID };
  });
  afterAll(() => real.stop());

  async function post({ path = '/twilio/sms', form, body, type = FORM_TYPE, signature, headers }: Call) {
    const answer = await request(`${real.lines[0]?.url}${path}`, {
      method: 'POST',
      headers: {
        host: new URL(PUBLIC_URL).host,
        'content-type': type,
        ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
        ...headers,
      },
      body: body ?? new URLSearchParams(form).toString(),
    });
    await answer.body.dump();
    return answer.statusCode;
  }

  const signed = (form: Form, url = SMS, token = AUTH_TOKEN) => sign(token, url, form);
  const callback = (): Form => {
    const sent = real.emulator.ledger.sentTo(FROM)[1];
    const own = { AccountSid: fresh.AccountSid ?? '', MessageSid: sent?.sid ?? '', MessageStatus: 'undelivered' };
    return { ...own, ErrorCode: '30007', To: FROM, From: '233733' };
  };
  /** Names and values are signed run together: the same string, cut elsewhere, has the same signature. */
  const glued = (): Form => {
    const { Body: _cut, ...rest } = fresh;
    return { ...rest, 'Bodynot from': ' any phone' };
  };
  const many = () => ({ ...fresh, ...Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`p${n}`, '1'])) });
  const long = () => ({ ...fresh, Body: 'x'.repeat(101_000) });
  const query = () => `${SMS}?x=1`;

  const calls: [string, () => Call, number[]][] = [
    ['no signature', () => ({ form: fresh }), [403]],
    ['a signature of another token', () => ({ form: fresh, signature: signed(fresh, SMS, 'x'.repeat(32)) }), [403]],
    ['one value changed', () => ({ form: { ...fresh, From: '+15555550199' }, signature: signed(fresh) }), [403]],
    ['a field added', () => ({ form: { ...fresh, OptOutType: 'STOP' }, signature: signed(fresh) }), [403]],
    ['replayed', () => ({ form: taken.form as Form, signature: signed(taken.form as Form) }), [200]],
    ['signed for http', () => ({ form: fresh, signature: signed(fresh, SMS.replace('https', 'http')) }), [403]],
    [
      'signed for another host',
      () => ({ form: fresh, signature: signed(fresh, 'https://evil.example/twilio/sms') }),
      [403],
    ],
    [
      'another host, said to be forwarded',
      () => ({
        form: fresh,
        signature: signed(fresh, 'https://evil.example/twilio/sms'),
        headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      }),
      [403],
    ],
    [
      'signed for the callback',
      () => ({ form: fresh, signature: signed(fresh, `${PUBLIC_URL}/twilio/status`) }),
      [403],
    ],
    [
      'a query added and signed',
      () => ({ path: '/twilio/sms?x=1', form: fresh, signature: signed(fresh, query()) }),
      [403],
    ],
    ['a query added', () => ({ path: '/twilio/sms?x=1', form: fresh, signature: signed(fresh) }), [403]],
    ['another spelling of the path', () => ({ path: '/Twilio/sms', form: fresh, signature: signed(fresh) }), [404]],
    ['re-split', () => ({ form: glued(), signature: signed(fresh) }), [400]],
    ['1,001 fields', () => ({ form: many(), signature: signed(many()) }), [400, 413]],
    ['101 kB', () => ({ form: long(), signature: signed(long()) }), [413]],
    [
      'JSON',
      () => ({ body: JSON.stringify(fresh), type: 'application/json', signature: signed(fresh) }),
      [400, 403, 415],
    ],
    ['an empty body', () => ({ body: '', signature: signed({}) }), [400]],
    ['another account', () => other({ AccountSid: `AC${'9'.repeat(32)}` }), [403]],
    ['another line', () => other({ To: '+15555550111' }), [403]],
    ['a SID of no shape', () => other({ MessageSid: 'SM1' }), [400]],
    ['a forged callback', () => ({ path: `/twilio/status${oid}`, form: callback(), signature: 'x' }), [403]],
    ['a callback for another id', () => status('?oid=AAAAAAAAAAAAAAAA'), [200, 204]],
    ['a callback with its id changed', () => ({ ...status(oid), path: '/twilio/status?oid=AAAAAAAAAAAAAAAA' }), [403]],
  ];

  const other = (change: Form): Call => ({ form: { ...fresh, ...change }, signature: signed({ ...fresh, ...change }) });
  const status = (search: string): Call => ({
    path: `/twilio/status${search}`,
    form: callback(),
    signature: signed(callback(), `${PUBLIC_URL}/twilio/status${search}`),
  });

  it.each(calls)('%s', async (_, call, answers) => {
    const before = await stateHash(real.data.client);
    const sent = real.emulator.ledger.counts.accepted;
    expect(answers).toContain(await post(call()));
    expect(await stateHash(real.data.client)).toBe(before);
    expect(real.emulator.ledger.counts.accepted).toBe(sent);
  });

  it('a true callback and a true text change something, or the rest would prove nothing', async () => {
    const before = await stateHash(real.data.client);
    expect(await post(status(oid))).toBe(204);
    await real.rest();
    const between = await stateHash(real.data.client);
    expect(between).not.toBe(before);
    expect(await post({ form: fresh, signature: signed(fresh) })).toBe(200);
    expect(await stateHash(real.data.client)).not.toBe(between);
  });
});
