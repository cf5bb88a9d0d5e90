import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTwilioClient, type TwilioClient } from '../../../src/adapters/twilio/client.ts';
import { MAX_CONNECTIONS } from '../../../src/adapters/twilio/pooled-request-client.ts';
import { BY_ERROR_CODE, BY_HTTP_STATUS } from '../../../src/adapters/twilio/retry-table.ts';
import { createSender } from '../../../src/adapters/twilio/send.ts';
import type { TwilioConfig } from '../../../src/adapters/twilio/twilio-config.ts';
import type { SendResult } from '../../../src/hotline/ports.ts';
import { type FakeApi, fakeApi, json } from './fake-api.ts';

const SID = `SM${'0123456789abcdef'.repeat(2)}`;
const TEXT = {
  id: 'out_1-A',
  from: '233733',
  to: '+15555550100',
  body: 'Are you safe now? 1 yes & 2 no €',
  validitySeconds: 540.9,
};
const created = json(201, { sid: SID, status: 'queued', date_created: null, error_code: null });

let api: FakeApi;
let client: TwilioClient;
beforeEach(async () => {
  api = await fakeApi(created);
  client = createTwilioClient(api.config);
});
afterEach(async () => {
  await client.close();
  await api.close();
});

function send(changes: Partial<typeof TEXT> = {}, config: Partial<TwilioConfig> = {}, timeoutMs = 5_000) {
  return createSender({ ...api.config, ...config }, client).send({ ...TEXT, ...changes }, timeoutMs);
}

describe('a send', () => {
  it('is one POST through the SDK, with our own id in the callback', async () => {
    expect(await send()).toEqual({ result: 'accepted', sid: SID });
    expect(api.received).toHaveLength(1);
    const [request] = api.received;
    expect(request).toMatchObject({
      method: 'POST',
      path: `/2010-04-01/Accounts/${api.config.accountSid}/Messages.json`,
      form: {
        To: '+15555550100',
        From: '233733',
        Body: TEXT.body,
        StatusCallback: 'https://line.example.org/twilio/status?oid=out_1-A',
        ValidityPeriod: '540',
      },
    });
    expect(Object.keys(request?.form ?? {})).toHaveLength(5);
    expect(request?.headers.authorization).toBe(`Basic ${btoa(`${api.config.accountSid}:token`)}`);
    expect(request?.headers['user-agent']).toMatch(/^twilio-node\//);
  });

  it('leaves through the messaging service where there is one', async () => {
    const messagingServiceSid = `MG${'c'.repeat(32)}`;
    await send({}, { messagingServiceSid });
    expect(api.received[0]?.form).toMatchObject({ MessagingServiceSid: messagingServiceSid });
    expect(api.received[0]?.form).not.toHaveProperty('From');
  });

  it.each([
    ['+15555550199', '+15555550199'],
    ['+233733', '233733'],
    ['whatsapp:+15555550199', 'whatsapp:+15555550199'],
  ])('from the number that was texted, %s, leaves as Twilio writes it: %s', async (from, From) => {
    await send({ from });
    expect(api.received[0]?.form).toMatchObject({ From });
  });

  it('keeps a path of PUBLIC_URL, and never asks for less than a second', async () => {
    await send({ validitySeconds: 0.2 }, { publicUrl: 'https://example.org/line/' });
    expect(api.received[0]?.form).toMatchObject({
      StatusCallback: 'https://example.org/line/twilio/status?oid=out_1-A',
      ValidityPeriod: '1',
    });
  });

  it('keeps its connections for the next text', async () => {
    const ports = new Set<number | undefined>();
    api.answer((res, request) => {
      ports.add(res.socket?.remotePort);
      created(res, request);
    });
    for (let index = 0; index < 8; index += 1) await send();
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});

describe('an answer that is no success', () => {
  const codes = Object.entries(BY_ERROR_CODE).map(([code, { verdict }]) => [Number(code), verdict] as const);
  it.each(codes)('error code %d, whatever the status', async (code, verdict) => {
    const expected = verdict.result === 'opted-out' ? verdict : { ...verdict, code };
    for (const status of [400, 429, 500]) {
      api.answer(json(status, { code, message: 'To +15555550100', status }));
      expect(await send()).toEqual(expected);
    }
    expect(api.received).toHaveLength(3);
  });

  const EDGES = BY_HTTP_STATUS.flatMap(({ from, to }) => [from, to]);
  const statuses = [...new Set([...EDGES, 302, 409, 422, 502, 503])].filter((status) => status >= 300);
  it.each(statuses)('HTTP status %d with an unknown code, without JSON, and empty', async (status) => {
    const verdict = BY_HTTP_STATUS.find(({ from, to }) => status >= from && status <= to)?.verdict;
    expect(verdict).toBeDefined();
    api.answer(json(status, { code: 99999, message: 'x' }));
    expect(await send()).toEqual({ ...verdict, code: 99999 });
    for (const body of ['<html>', '', 'null', '"x"', '[]', '{"type":"x","title":"x","status":1,"code":"x"}']) {
      api.answer((res) => res.writeHead(status).end(body));
      expect(await send()).toEqual(verdict);
    }
    expect(api.received).toHaveLength(7);
  });

  const named: [string, number, number, SendResult][] = [
    ['opted out', 400, 21610, { result: 'opted-out' }],
    ['no such number', 400, 21211, { result: 'refused', code: 21211 }],
    ['too long', 400, 21617, { result: 'refused', code: 21617 }],
    ['too many requests', 429, 20429, { result: 'retry', afterMs: 1_000, code: 20429 }],
    ['a reply loop', 400, 14107, { result: 'retry', afterMs: 30_000, code: 14107 }],
    ['a token being rotated', 401, 20003, { result: 'retry', afterMs: 30_000, code: 20003 }],
    ['Twilio in trouble', 503, 20503, { result: 'ambiguous', code: 20503 }],
  ];
  it.each(named)('%s', async (_what, status, code, expected) => {
    api.answer(json(status, { code, message: 'x', status }));
    expect(await send()).toEqual(expected);
  });

  it.each(['', 'null', '[]', '{}', '<html>', '{"sid":1}', '{"sid":"x"}', '{"sid":'])(
    'a success that says %p may have been taken',
    async (body) => {
      api.answer((res) => res.writeHead(201).end(body));
      expect(await send()).toEqual({ result: 'ambiguous' });
    },
  );
});

describe('no answer', () => {
  const ambiguous: [string, (api: FakeApi) => void][] = [
    ['silence after the request', ({ answer }) => answer(() => {})],
    ['a reset after the request', ({ answer }) => answer((res) => res.socket?.resetAndDestroy())],
    ['an end after the request', ({ answer }) => answer((res) => res.socket?.end())],
    [
      'silence in the middle of the answer',
      ({ answer }) => answer((res) => void res.writeHead(201, { 'content-length': 99 }).write('{')),
    ],
    [
      'a reset in the middle of the answer',
      ({ answer }) =>
        answer((res) => {
          res.writeHead(201, { 'content-length': 99 }).write('{', () => res.socket?.resetAndDestroy());
        }),
    ],
    ['noise instead of HTTP', ({ answer }) => answer((res) => res.socket?.end('SSH-2.0\r\n\r\n'))],
  ];
  it.each(ambiguous)('%s may have been taken, and is not sent again', async (_what, prepare) => {
    prepare(api);
    expect(await send({}, {}, 150)).toEqual({ result: 'ambiguous' });
    expect(api.received).toHaveLength(1);
  });

  it('a refused connection has taken nothing', async () => {
    await api.close();
    expect(await send()).toEqual({ result: 'retry', afterMs: 1_000 });
  });

  it('a failed TLS handshake has taken nothing', async () => {
    const overTls = createTwilioClient({ ...api.config, apiBase: `https://127.0.0.1:${api.port}` });
    const result = await createSender(api.config, overTls).send(TEXT, 5_000);
    expect(result).toEqual({ result: 'retry', afterMs: 1_000 });
    expect(api.received).toEqual([]);
    await overTls.close();
  });

  it('a name that is none has taken nothing', async () => {
    const nowhere = createTwilioClient({ ...api.config, apiBase: 'http://api.invalid' });
    expect((await createSender(api.config, nowhere).send(TEXT, 5_000)).result).toBe('retry');
    await nowhere.close();
  });

  it('what never left our own queue has taken nothing', async () => {
    api.answer(() => {});
    let freed = false;
    const stuck = Array.from({ length: MAX_CONNECTIONS }, () =>
      send({}, {}, 1_000).finally(() => {
        freed = true;
      }),
    );
    while (api.received.length < MAX_CONNECTIONS) await new Promise(setImmediate);
    expect(await send({ body: 'queued' }, {}, 50)).toEqual({ result: 'retry', afterMs: 1_000 });
    expect(freed).toBe(false);
    expect(await Promise.all(stuck)).toEqual(stuck.map(() => ({ result: 'ambiguous' })));
    api.answer(created);
    expect((await send({ body: 'next' })).result).toBe('accepted');
    expect(api.received.map(({ form }) => form.Body)).not.toContain('queued');
  });
});
