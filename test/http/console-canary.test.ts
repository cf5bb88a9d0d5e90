import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DeskService } from '../../src/hotline/desk/desk-service.ts';
import { type Browser, type ServedConsole, serveConsole } from './support/serve-console.ts';

const WORD = 'zanzibarcanary';
const NUMBER = '+15555550143';
const CANARY = /zanzibar|5555550143/;

let here: ServedConsole;
let ana: Browser;
beforeAll(async () => {
  here = await serveConsole();
  ana = await here.signIn('ana');
  // A desk whose every failure quotes what it was asked.
  const fail = async (...asked: unknown[]) => {
    throw new Error(`${JSON.stringify(asked)} ${WORD} ${NUMBER}`);
  };
  const events = here.console.desk.events;
  here.console.desk = new Proxy({} as DeskService, { get: (_desk, name) => (name === 'events' ? events : fail) });
});
afterAll(() => here.close());

describe('promise 20 at the console: no log, metric, audit or refusal holds a word or a number', () => {
  it('whatever was sent, and whatever went wrong', async () => {
    const printed: string[] = [];
    const catching = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0),
    );
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation((...said) => void printed.push(said.map(String).join())),
    );
    const told: string[] = [];
    try {
      const text = `${WORD} call ${NUMBER}`;
      const talk = '/api/talks/some-talk';
      const asked = [
        { method: 'POST', path: '/api/session', body: { login: WORD, password: text, code: '123456' } },
        { method: 'POST', path: '/api/session', body: { login: WORD, password: text, [WORD]: NUMBER } },
        { method: 'POST', path: '/api/invitation', body: { token: `${WORD}.${WORD}`, password: text } },
        { method: 'POST', path: '/api/me/password', body: { current: text, next: text } },
        { method: 'POST', path: `${talk}/say`, body: { id: 'message-1', fence: 3, text } },
        { method: 'POST', path: `${talk}/say`, body: { id: text, fence: NUMBER, [WORD]: text } },
        { method: 'POST', path: `${talk}/reveal`, body: { reason: text } },
        { method: 'PUT', path: `${talk}/draft`, body: { text } },
        { method: 'POST', path: '/api/next', body: text },
        { path: `/api/talks/${WORD}%20${NUMBER}` },
        { path: `/api/queue?${WORD}=${NUMBER}` },
        { path: '/api/queue', headers: { 'x-csrf': WORD, 'user-agent': text, cookie: `${WORD}=${NUMBER}` } },
      ];
      for (const ask of asked) {
        const { status, body } = await ana.ask(ask);
        told.push(`${status} ${body}`);
      }
    } finally {
      for (const spy of [...catching, ...consoles]) spy.mockRestore();
    }
    expect(told.join()).not.toMatch(CANARY);
    expect(told.filter((answer) => answer.startsWith('500 {"error":"unexpected"}')).length).toBeGreaterThan(3);
    expect(printed.join()).not.toMatch(CANARY);
    expect(JSON.stringify(here.log.events)).not.toMatch(CANARY);
    expect(await here.served.deps.metrics.metrics()).not.toMatch(CANARY);
    const audited = await here.audited();
    expect(JSON.stringify(audited)).not.toMatch(CANARY);
    // What broke off half way may have done something.
    expect(audited.filter(({ outcome }) => outcome === 'failed').map(({ act }) => act)).toContain(
      'POST /api/talks/:talk/say',
    );
  });
});
