import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Served } from './support/serve-app.ts';
import { FORM, serveApp } from './support/serve-app.ts';
import {
  ACCOUNT_SID,
  inboundForm,
  MESSAGE_SID,
  PREVIOUS_TOKEN,
  PUBLIC_URL,
  signed,
  TOKEN,
  TWILIO,
} from './support/twilio-request.ts';

let line: Served;
beforeEach(async () => {
  line = await serveApp();
});
afterEach(() => line.close());

const SMS_URL = `${PUBLIC_URL}/twilio/sms`;
const urlencoded = (form: Record<string, string>) => new URLSearchParams(form).toString();

/** Posts `body` to `path` as it stands. */
const post = (body: string | Buffer, headers: Record<string, string>, path = '/twilio/sms'): Promise<Answer> =>
  line.call({ path, headers: { ...FORM, ...headers }, body });

/** A genuine form under a signature made for something else. */
const signedFor = (url: string, path = '/twilio/sms') =>
  post(urlencoded(inboundForm()), signed(url, inboundForm()), path);

describe('transport and trust: what changes nothing', () => {
  const rows: [string, number, () => Promise<Answer>][] = [
    ['no signature', 403, () => post(urlencoded(inboundForm()), {})],
    ['an empty signature', 403, () => post(urlencoded(inboundForm()), { 'x-twilio-signature': '' })],
    ['a signature of another length', 403, () => post(urlencoded(inboundForm()), { 'x-twilio-signature': 'QUJD' })],
    ['a wrong token', 403, () => post(urlencoded(inboundForm()), signed(SMS_URL, inboundForm(), 'x'.repeat(32)))],
    ['a rotated-out token', 403, () => post(urlencoded(inboundForm()), signed(SMS_URL, inboundForm(), PREVIOUS_TOKEN))],
    ['a signature for another path', 403, () => signedFor(`${PUBLIC_URL}/twilio/status`)],
    ['a signature for another host', 403, () => signedFor('https://line.example.com/twilio/sms')],
    ['a signature for another port', 403, () => signedFor('https://line.example.org:8443/twilio/sms')],
    ['a signature for http', 403, () => signedFor('http://line.example.org/twilio/sms')],
    ['a signature for a trailing slash', 403, () => signedFor(`${SMS_URL}/`)],
    ['a query added', 403, () => signedFor(SMS_URL, '/twilio/sms?x=1')],
    ['a query added and signed', 403, () => signedFor(`${SMS_URL}?x=1`, '/twilio/sms?x=1')],
    ['a body hash in the query', 403, () => signedFor(`${SMS_URL}?bodySHA256=0`, '/twilio/sms?bodySHA256=0')],
    ['the path with a trailing slash', 404, () => signedFor(SMS_URL, '/twilio/sms/')],
    ['the path in capitals', 404, () => signedFor(SMS_URL, '/TWILIO/SMS')],
    ['the path with an escaped letter', 404, () => signedFor(SMS_URL, '/twilio/%73ms')],
    ['the path with a doubled slash', 404, () => signedFor(SMS_URL, '//twilio/sms')],
    ['the path with a broken escape', 404, () => signedFor(SMS_URL, '/twilio/sms%E0%A4%A')],
    [
      'a signature for a forged host, with the headers to match',
      403,
      () =>
        post(urlencoded(inboundForm()), {
          ...signed('https://evil.example/twilio/sms', inboundForm()),
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
          forwarded: 'host=evil.example;proto=https',
          'x-original-url': '/twilio/sms',
        }),
    ],
    ['another account', 403, () => line.text(inboundForm({ AccountSid: `AC${'b'.repeat(32)}` }))],
    ['a number that is not ours', 403, () => line.text(inboundForm({ To: '+15555550198' }))],
    ['a MessageSid of another kind', 400, () => line.text(inboundForm({ MessageSid: `CA${'0'.repeat(32)}` }))],
    ['a MessageSid too short', 400, () => line.text(inboundForm({ MessageSid: MESSAGE_SID.slice(0, -1) }))],
    ['a MessageSid too long', 400, () => line.text(inboundForm({ MessageSid: `${MESSAGE_SID}0` }))],
    ['a MessageSid with a newline', 400, () => line.text(inboundForm({ MessageSid: `${MESSAGE_SID}\n` }))],
    ['a MessageSid of a Redis pattern', 400, () => line.text(inboundForm({ MessageSid: 'foo:{*}' }))],
    ['no MessageSid', 400, () => line.text(without('MessageSid'))],
    ['no Body', 400, () => line.text(without('Body'))],
    ['no From', 400, () => line.text(without('From'))],
    ['From as a name', 400, () => line.text(inboundForm({ From: 'Lantern' }))],
    ['From without its plus', 400, () => line.text(inboundForm({ From: '15555550100' }))],
    ['From of 16 digits', 400, () => line.text(inboundForm({ From: '+1234567890123456' }))],
    ['From with a newline', 400, () => line.text(inboundForm({ From: '+15555550100\nX: 1' }))],
    ['a count of media that is none', 400, () => line.text(inboundForm({ NumMedia: '-1' }))],
    [
      'Body and From glued under the same HMAC',
      400,
      () => {
        const { Body, From, ...rest } = inboundForm();
        const signature = signed(SMS_URL, inboundForm());
        return post(urlencoded({ ...rest, Body: `${Body}From${From}` }), signature);
      },
    ],
    [
      'Body renamed under the same HMAC',
      400,
      () => {
        const { Body, ...rest } = inboundForm();
        return post(urlencoded({ ...rest, Bod: `y${Body}` }), signed(SMS_URL, inboundForm()));
      },
    ],
    ['Body twice', 400, () => post(`${urlencoded(inboundForm())}&Body=hello`, signed(SMS_URL, inboundForm()))],
    [
      'an unknown parameter twice',
      400,
      () => {
        const form = { ...inboundForm(), AddOns: ['x', 'x'] };
        return post(`${urlencoded(inboundForm())}&AddOns=x&AddOns=x`, signed(SMS_URL, form));
      },
    ],
    ['a nested Body', 403, () => post('Body[x]=1', signed(SMS_URL, { Body: '1' }))],
    [
      'a nested Body, signed as it stands',
      400,
      () => {
        const form = { ...without('Body'), 'Body[x]': '1' };
        return post(urlencoded(form), signed(SMS_URL, form));
      },
    ],
    ['__proto__[a]=1', 403, () => post('__proto__[a]=1&constructor[prototype][a]=1', signed(SMS_URL, {}))],
    ['__proto__=1', 403, () => post('__proto__=1', signed(SMS_URL, inboundForm()))],
    ['1,001 parameters', 413, () => post(Array.from({ length: 1001 }, (_, i) => `p${i}=1`).join('&'), {})],
    ['101 kB', 413, () => post(`Body=${'x'.repeat(101 * 1024)}`, {})],
    ['100,000 characters, signed', 413, () => line.text(inboundForm({ Body: 'x'.repeat(100_000) }))],
    ['101 kB in chunks', 413, () => post(`Body=${'x'.repeat(101 * 1024)}`, { 'transfer-encoding': 'chunked' })],
    ['JSON', 415, () => post('{"Body":"hello"}', { 'content-type': 'application/json' })],
    ['multipart', 415, () => post('--b\r\n\r\nx\r\n--b--', { 'content-type': 'multipart/form-data; boundary=b' })],
    ['text/plain', 415, () => post(urlencoded(inboundForm()), { 'content-type': 'text/plain' })],
    ['no content type', 415, () => line.call({ path: '/twilio/sms', body: urlencoded(inboundForm()) })],
    [
      'latin-1',
      415,
      () =>
        post(Buffer.from('Body=\xe9', 'latin1'), {
          'content-type': 'application/x-www-form-urlencoded; charset=iso-8859-1',
        }),
    ],
    ['latin-1 bytes under a UTF-8 label', 403, () => post(Buffer.from('Body=\xe9', 'latin1'), signed(SMS_URL, {}))],
    ['a compressed body', 415, () => post('\x1f\x8b', { 'content-encoding': 'gzip' })],
    ['an empty body', 403, () => post('', signed(SMS_URL, inboundForm()))],
    ['no body at all', 403, () => line.call({ path: '/twilio/sms', headers: FORM })],
    ['a body of separators', 403, () => post('&&&===&', {})],
    ['broken escapes', 403, () => post('Body=%&%ZZ=%E0%A4', {})],
    ['GET', 405, () => line.call({ method: 'GET', path: `/twilio/sms?${urlencoded(inboundForm())}` })],
    ['PUT', 405, () => line.call({ method: 'PUT', path: '/twilio/sms' })],
    ['OPTIONS', 405, () => line.call({ method: 'OPTIONS', path: '/twilio/sms' })],
  ];

  it.each(rows)('%s: %d', async (_what, status, attempt) => {
    const before = line.state();
    const answer = await attempt();
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(/^\{"error":"[a-z-]+"\}$/);
    expect(line.state()).toBe(before);
    expect(line.logged.filter(({ code }) => code === 'unexpected')).toEqual([]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
    const alive = await line.text();
    expect(alive.status).toBe(200);
    expect(line.stored.size).toBe(1);
  });

  function without(key: string): Record<string, string> {
    const form = inboundForm();
    delete form[key];
    return form;
  }
});

describe('transport and trust: what is as good as any', () => {
  const rows: [string, () => Promise<Answer>][] = [
    [
      'forged Host and X-Forwarded-* around a genuine request',
      () =>
        line.text(inboundForm(), {
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'http',
          'x-forwarded-for': '203.0.113.9',
        }),
    ],
    ['an absolute request target', () => signedFor(SMS_URL, 'http://evil.example/twilio/sms')],
    ['unknown parameters', () => line.text(inboundForm({ Novelty: 'x', 'Body[x]': '1', AddOns: '{"status":"ok"}' }))],
    ['a short code with its plus', () => line.text(inboundForm({ To: '+233733' }))],
    ['another number of ours', () => line.text(inboundForm({ To: '+15555550199' }))],
    ['a content type without a charset', () => line.text(inboundForm(), { 'content-type': FORM_BARE })],
    ['a landline far away', () => line.text(inboundForm({ From: '+50370000000' }))],
    ['a short code as sender', () => line.text(inboundForm({ From: '40404' }))],
  ];

  it.each(rows)('%s: stored', async (_what, attempt) => {
    expect((await attempt()).status).toBe(200);
    expect(line.stored.size).toBe(1);
  });

  it('outlives a request that announces no body', async () => {
    const socket = connect(line.port, '127.0.0.1');
    socket.end(
      'POST /twilio/sms HTTP/1.1\r\nHost: x\r\nX-Twilio-Signature: x\r\nConnection: close\r\n' +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\n',
    );
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(line.stored.size).toBe(0);
  });

  it('keeps nothing that it does not know, and no place', async () => {
    await line.text(
      inboundForm({ Novelty: 'canary', Latitude: '1', Longitude: '2', Address: 'canary', Label: 'canary' }),
    );
    const kept = JSON.stringify([...line.stored.values()]);
    expect(kept).not.toMatch(/canary|BILLINGS|59101|"MT"|2010-04-01/);
    expect(kept).not.toContain(ACCOUNT_SID);
  });

  it('stores texts in the order of their arrival, and the same words under two SIDs twice', async () => {
    const sids = ['1', '0'].map((digit) => `SM${digit.repeat(32)}`);
    for (const MessageSid of sids) await line.text(inboundForm({ MessageSid, Body: 'same words' }));
    expect([...line.stored.keys()]).toEqual(sids);
  });

  it('believes both tokens while they are rotated', async () => {
    await line.close();
    line = await serveApp({}, { ...TWILIO, authTokenPrevious: PREVIOUS_TOKEN });
    const forms = ['2', '3'].map((digit) => inboundForm({ MessageSid: `SM${digit.repeat(32)}` }));
    for (const [index, token] of [TOKEN, PREVIOUS_TOKEN].entries()) {
      const form = forms[index] ?? {};
      expect((await post(urlencoded(form), signed(SMS_URL, form, token))).status).toBe(200);
    }
    expect(line.stored.size).toBe(2);
  });
});

const FORM_BARE = 'application/x-www-form-urlencoded';

describe('the alarm', () => {
  const bad = () => post(urlencoded(inboundForm()), { 'x-twilio-signature': 'forged' });
  const alarms = () => line.logged.filter(({ code }) => code === 'signature-alarm');

  it('stays silent at three bad signatures a minute', async () => {
    for (let index = 0; index < 3; index += 1) await bad();
    line.clock.now += 60_000;
    for (let index = 0; index < 3; index += 1) await bad();
    expect(alarms()).toEqual([]);
  });

  it('looks at any minute, not at those of the clock', async () => {
    for (const wait of [0, 0, 59_000, 0]) {
      line.clock.now += wait;
      await bad();
    }
    expect(alarms()).toHaveLength(1);
  });

  it('is raised once by the fourth within a minute, and again in another', async () => {
    for (let index = 0; index < 9; index += 1) await bad();
    expect(alarms()).toEqual([{ code: 'signature-alarm', fields: { count: 4 } }]);
    line.clock.now += 60_000;
    for (let index = 0; index < 4; index += 1) await bad();
    expect(alarms()[1]).toEqual({ code: 'signature-alarm', fields: { count: 9 } });
    expect(await line.deps.metrics.metrics()).toContain('lantern_signature_alarms_total 2');
  });

  it('is told of a signed form that cannot be read', async () => {
    expect((await line.text(inboundForm({ From: 'glued' }))).status).toBe(400);
    expect(line.logged).toEqual([{ code: 'text-unreadable', fields: undefined }]);
  });

  it('counts each refusal, and says nothing else of it', async () => {
    await bad();
    expect(line.logged).toEqual([]);
    expect(await line.deps.metrics.metrics()).toContain(
      'lantern_webhook_requests_total{webhook="sms",outcome="bad-signature"} 1',
    );
  });
});
