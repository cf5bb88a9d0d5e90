import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTwilioClient, type TwilioClient } from '../../../src/adapters/twilio/client.ts';
import { createProviderLog } from '../../../src/adapters/twilio/list-messages.ts';
import type { TwilioConfig } from '../../../src/adapters/twilio/twilio-config.ts';
import { type FakeApi, fakeApi, json } from './fake-api.ts';

const NOON = Date.UTC(2026, 0, 31, 12);
const ACCOUNT = `AC${'a'.repeat(32)}`;
const LIST = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;

let api: FakeApi;
let client: TwilioClient;
beforeEach(async () => {
  api = await fakeApi(json(500, {}));
  client = createTwilioClient(api.config);
});
afterEach(async () => {
  await client.close();
  await api.close();
});

/** A message as the REST API tells it, `at` seconds after noon. */
function message(digit: string, at: number, changes: Record<string, unknown> = {}) {
  return {
    sid: `SM${digit.repeat(32)}`,
    account_sid: ACCOUNT,
    from: '+15555550100',
    to: '233733',
    body: `text ${digit}`,
    num_media: '0',
    direction: 'inbound',
    status: 'received',
    error_code: null,
    date_created: new Date(NOON + at * 1_000).toUTCString(),
    date_sent: new Date(NOON + at * 1_000).toUTCString(),
    ...changes,
  };
}

/** Pages in the order given, each pointing at the next. */
function serve(...pages: unknown[][]): void {
  api.answer((res, { path }) => {
    const index = Number(new URL(path, 'http://x').searchParams.get('Page') ?? 0);
    const next = index + 1 < pages.length ? `${LIST}?Page=${index + 1}` : null;
    json(200, { messages: pages[index], next_page_uri: next, page: index })(res, {
      method: '',
      path,
      headers: {},
      form: {},
    });
  });
}

async function inboundSince(at: number, config: Partial<TwilioConfig> = {}) {
  const found = [];
  const log = createProviderLog({ ...api.config, ...config }, client);
  for await (const text of log.inboundSince(new Date(NOON + at * 1_000))) found.push(text);
  return found;
}

describe('the sweep’s view of inbound texts', () => {
  it('is read from every page and told oldest first', async () => {
    serve([message('5', 50), message('4', 40)], [message('3', 30), message('2', 20)]);
    expect(await inboundSince(0)).toEqual(
      ['2', '3', '4', '5'].map((digit) => ({
        sid: `SM${digit.repeat(32)}`,
        from: '+15555550100',
        channel: 'sms',
        to: '233733',
        body: `text ${digit}`,
        media: [],
        receivedAt: NOON + Number(digit) * 10_000,
      })),
    );
    const query = new URL(api.received[0]?.path ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({ To: '233733', 'DateSent>': '2026-01-31T00:00:00Z', PageSize: '200' });
  });

  it('stops paging where everything is older', async () => {
    serve([message('5', 50), message('4', 40)], [message('2', -20), message('1', -30)], [message('0', -40)]);
    expect((await inboundSince(0)).map(({ body }) => body)).toEqual(['text 4', 'text 5']);
    expect(api.received).toHaveLength(2);
  });

  it('keeps a text of the same second, for times come in whole seconds', async () => {
    serve([message('1', 10)]);
    expect(await inboundSince(10.9)).toHaveLength(1);
  });

  it('asks for each of our numbers', async () => {
    serve([]);
    await inboundSince(0, { lineNumbers: ['+233733', '+15555550199'] });
    expect(api.received.map(({ path }) => new URL(path, 'http://x').searchParams.get('To'))).toEqual([
      '233733',
      '+15555550199',
    ]);
  });

  it('leaves out what is not an inbound text of this account', async () => {
    serve([
      message('1', 1, { direction: 'outbound-api' }),
      message('2', 2, { account_sid: `AC${'b'.repeat(32)}` }),
      message('3', 3, { from: 'Lantern' }),
      message('4', 4, { sid: 'foo:{*}' }),
      message('5', 5),
    ]);
    expect((await inboundSince(0)).map(({ body }) => body)).toEqual(['text 5']);
  });

  it('counts attachments and knows nothing more of them', async () => {
    serve([message('1', 1, { num_media: '2', body: '' })]);
    const unseen = { url: '', contentType: 'application/octet-stream' };
    expect(await inboundSince(0)).toMatchObject([{ body: '', media: [unseen, unseen] }]);
  });

  it('rejects rather than pass half a list for the whole', async () => {
    const first = [message('5', 50)];
    api.answer((res, request) =>
      api.received.length > 1
        ? json(503, { code: 20503 })(res, request)
        : json(200, { messages: first, next_page_uri: `${LIST}?Page=1` })(res, request),
    );
    await expect(inboundSince(0)).rejects.toThrow();
  });
});

describe('what was sent to somebody', () => {
  it('tells the outbound ones since, in Twilio’s queue or not', async () => {
    serve([
      message('4', 40, { direction: 'outbound-api', status: 'queued', date_sent: null }),
      message('3', 30, { direction: 'outbound-reply', status: 'undelivered', error_code: 30003 }),
      message('2', 20),
      message('1', -10, { direction: 'outbound-api' }),
    ]);
    expect(await createProviderLog(api.config, client).sentTo('+15555550100', new Date(NOON))).toEqual([
      { sid: `SM${'4'.repeat(32)}`, body: 'text 4', dateCreated: NOON + 40_000, status: 'queued' },
      {
        sid: `SM${'3'.repeat(32)}`,
        body: 'text 3',
        dateCreated: NOON + 30_000,
        status: 'undelivered',
        errorCode: 30003,
      },
    ]);
    const query = new URL(api.received[0]?.path ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({ To: '+15555550100', PageSize: '50' });
  });
});
