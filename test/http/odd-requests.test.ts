import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type ServedConsole, serveConsole } from './support/serve-console.ts';

/** Bodies that are taken as they stand, and of which every part is made odd in every way. */
const BODIES: Record<string, Record<string, unknown>> = {
  'POST /api/records/search': { statuses: ['new'], kind: 'tip', after: { at: 5, id: 'tip' } },
  'POST /api/records/export': { statuses: ['new'], kind: 'tip' },
  'POST /api/records/tip/status': { status: 'closed', seen: 1 },
  'POST /api/records/tip/assign': { account: 'ana' },
  'POST /api/records/tip/note': { text: 'a note' },
  'POST /api/records/tip/answer': { reply: 'one', language: 'en', blanks: { name: 'Ana' } },
  'POST /api/records/tip/approve': { seen: 1 },
  'POST /api/replies': { id: 'one', version: 1, use: 'talk', title: 'Hello', texts: { en: 'Hello.' } },
  'POST /api/replies/one/remove': { version: 1 },
  'PUT /api/floor/nobody/load-cap': { loadCap: 3 },
  'POST /api/reviews/talk': { verdict: 'wrong', comment: 'Ask first.' },
  'POST /api/retention/holds': { kind: 'record', id: 'one', reason: 'asked for by a court' },
  'POST /api/retention/holds/one/lift': { reason: 'the case is over' },
  'POST /api/me/authenticator/confirm': { code: '123456' },
};
const ODD: unknown[] = [
  ...[null, '', ' ', '\0', 'a\u202Ebc', '\uD800', '__proto__', '%00', '-', 'x'.repeat(9_000)],
  ...[-1, 0.5, 1e308, true, [], [[]], {}, ['__proto__'], { __proto__: null, constructor: 'x' }],
];
const ADDRESSES = [
  ...['audit?act=a&act=b', 'audit?before=-1&about=%00', 'audit?before=1e99&actor=a&actor=', 'audit?__proto__=1&act='],
  ...['statistics?from=2026-01-01&from=2026-01-02', 'statistics?days=0', 'statistics.csv?from=%00&to=9999-99-99'],
  ...['statistics?from=0000-01-01&to=9999-12-31', 'records/%00', 'records/__proto__', 'records/%E2%80%AE/listing'],
  ...['retention?x=1', 'reviews?talk=1&talk=2'],
];

let here: ServedConsole;
let all: Browser;
beforeAll(async () => {
  here = await serveConsole();
  await here.enlist('all', ['advocate', 'supervisor', 'operator', 'admin']);
  all = await here.signIn('all');
});
afterAll(() => here.close());

const statusOf = async (method: string, path: string, body?: unknown) =>
  (await all.ask({ method, path, ...(body !== undefined && { body }) })).status;

function oddOnesOf(body: Record<string, unknown>): unknown[] {
  const without = Object.keys(body).map((name) =>
    Object.fromEntries(Object.entries(body).filter(([one]) => one !== name)),
  );
  return [...without, ...Object.keys(body).flatMap((name) => ODD.map((odd) => ({ ...body, [name]: odd }))), ...ODD];
}

describe('what is odd is refused or done, and never breaks anything', () => {
  it.each(Object.entries(BODIES))('%s', async (row, body) => {
    const [method = '', path = ''] = row.split(' ');
    expect(await statusOf(method, path, body)).toBeLessThan(500);
    for (const odd of oddOnesOf(body)) {
      expect([JSON.stringify(odd), await statusOf(method, path, odd)]).not.toEqual([expect.anything(), 500]);
    }
  });

  it.each(ADDRESSES)('GET /api/%s', async (address) => {
    expect(await statusOf('GET', `/api/${address}`)).toBeLessThan(500);
  });
});
