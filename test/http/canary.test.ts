import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { FORM, type Served, serveApp } from './support/serve-app.ts';
import { inboundForm, MESSAGE_SID, PUBLIC_URL, signed, statusForm } from './support/twilio-request.ts';

const WORD = 'zanzibarcanary';
const NUMBER = '5555550143';
const CANARY = new RegExp(`${WORD}|${NUMBER}`);

let line: Served;
afterEach(() => line.close());

const fail = (): never => {
  throw new Error(`SET ${WORD} +1${NUMBER}`);
};

/** Every field holds a canary that its shape allows, and some that it does not. */
const good = inboundForm({ Body: `${WORD} call ${NUMBER}`, From: `+1${NUMBER}`, FromCity: WORD, [WORD]: NUMBER });
const requests: [string, string, Record<string, string>][] = [
  ['stored', '/twilio/sms', good],
  ['unreadable', '/twilio/sms', { ...good, MessageSid: WORD }],
  ['no address', '/twilio/sms', { ...good, From: WORD }],
  ['not ours', '/twilio/sms', { ...good, To: `+1${NUMBER}` }],
  ['too large', '/twilio/sms', { ...good, Body: WORD.repeat(6_000) }],
  ['reported', '/twilio/status?oid=out-1', statusForm({ To: `+1${NUMBER}`, Extra: WORD })],
  ['no status', '/twilio/status?oid=out-1', statusForm({ MessageStatus: WORD, To: `+1${NUMBER}` })],
];

describe('promise 20 at the edge: no answer, log or metric holds a word or a number', () => {
  it.each([
    ['with a store that works', {}],
    [
      'with a store whose errors quote the text',
      {
        accept: async () => fail(),
        report: async () => fail(),
        ready: async () => fail(),
      },
    ],
  ])('%s', async (_what, changes) => {
    line = await serveApp({ ...changes, phone: () => fail() });
    const printed: string[] = [];
    const catching = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0),
    );
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation((...said) => void printed.push(said.map(String).join())),
    );
    const told: string[] = [];
    try {
      for (const [, path, form] of requests) {
        const body = new URLSearchParams(form).toString();
        for (const headers of [signed(PUBLIC_URL + path, form), { 'x-twilio-signature': WORD }]) {
          const answer = await line.call({ path, headers: { ...FORM, ...headers, 'x-canary': WORD }, body });
          told.push(JSON.stringify(answer));
        }
        told.push(JSON.stringify(await line.call({ path, headers: { 'content-type': `text/${WORD}` }, body })));
        told.push(JSON.stringify(await line.call({ method: 'GET', path: `/${WORD}?${NUMBER}` })));
      }
      for (const path of ['/readyz', '/phone']) told.push(JSON.stringify(await line.call({ method: 'GET', path })));
    } finally {
      for (const spy of [...catching, ...consoles]) spy.mockRestore();
    }
    expect(told.join()).not.toMatch(CANARY);
    expect(JSON.stringify(line.logged)).not.toMatch(CANARY);
    expect(await line.deps.metrics.metrics()).not.toMatch(CANARY);
    expect(printed.join('')).not.toMatch(CANARY);
    expect(told.length).toBe(requests.length * 4 + 2);
  });

  it('finds the canary where it must be: in what was handed to the store', async () => {
    line = await serveApp();
    await line.text(good);
    await line.status('out-1', statusForm({ To: `+1${NUMBER}` }));
    expect(line.stored.get(MESSAGE_SID)?.body).toMatch(CANARY);
    expect(line.reports[0]?.to).toMatch(CANARY);
  });
});
