import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { type Browser, type ServedConsole, serveConsole } from './support/serve-console.ts';

let here: ServedConsole;
let ana: Browser;
const streams: IncomingMessage[] = [];
beforeEach(async () => {
  here = await serveConsole();
  ana = await here.signIn('ana');
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.destroy();
  await here.close();
});

interface Told {
  id?: string;
  type: string;
}

/** The stream as a browser would read it. */
async function listen(browser: Browser, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = here.served;
    const asked = get({
      host: '127.0.0.1',
      port,
      path: '/api/events',
      headers: { cookie: browser.cookie, ...headers },
    });
    asked.on('response', resolve).on('error', reject);
  });
  streams.push(response);
  const stream = { status: response.statusCode, headers: response.headers, told: [] as Told[], ended: false };
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const block of whole) {
      const lines = block.split('\n');
      const id = lines.find((line) => line.startsWith('id: '))?.slice(4);
      const data = lines.find((line) => line.startsWith('data: '))?.slice(6) ?? '';
      stream.told.push({ ...JSON.parse(data), ...(id !== undefined && { id }) });
    }
  });
  response.on('close', () => {
    stream.ended = true;
  });
  response.on('error', () => {});
  if (response.statusCode === 200) await until('the feed is followed', async () => here.fake.followers.size > 0);
  return {
    ...stream,
    response,
    events: () => stream.told.filter(({ type }) => type !== 'beat'),
    over: () => stream.ended,
  };
}

const card = (talk: string) => ({ type: 'card', talk, version: 1 }) as const;

describe('the stream of events', () => {
  it('is for the signed in, and is held back by nobody on its way', async () => {
    const stream = await listen(ana);
    expect(stream).toMatchObject({ status: 200 });
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect((await listen({ ...ana, cookie: '' })).status).toBe(401);
  });

  it('tells what comes, with ids, and beats meanwhile', async () => {
    const stream = await listen(ana);
    await here.fake.desk.events.append(card('one'));
    await here.fake.desk.events.append(card('two'));
    await until('both came', async () => stream.events().length === 2);
    expect(stream.events()).toEqual([
      { ...card('one'), id: '1-0' },
      { ...card('two'), id: '2-0' },
    ]);
    await until('it beats', async () => stream.told.filter(({ type }) => type === 'beat').length > 2);
  });

  it('beats no more while its server hears nothing of the desk', async () => {
    const stream = await listen(ana);
    const beats = () => stream.told.filter(({ type }) => type === 'beat').length;
    await until('it beats', async () => beats() > 1);
    here.fake.events.current = false;
    const [then, lives] = [beats(), here.fake.beats.length];
    await until('some time has passed', async () => here.fake.beats.length > lives + 6);
    expect(beats() - then).toBeLessThanOrEqual(1);
  });

  it('goes on where the browser left off, and says when that is gone', async () => {
    for (const talk of ['one', 'two', 'three']) await here.fake.desk.events.append(card(talk));
    const stream = await listen(ana, { 'last-event-id': '1-0' });
    await until('the missed ones came', async () => stream.events().length === 2);
    expect(stream.events().map(({ id }) => id)).toEqual(['2-0', '3-0']);
    const late = await listen(ana, { 'last-event-id': '99-0' });
    await until('it hears of the gap', async () => late.events().some(({ type }) => type === 'reset'));
  });

  it('is the sign of life of whoever has it open, and of their session', async () => {
    await listen(ana);
    await until('two beats', async () => here.fake.beats.filter((id) => id === ana.id).length > 1);
    for (let minutes = 0; minutes < 90; minutes += 20) {
      here.pass(20 * 60_000);
      const before = here.fake.beats.length;
      await until('a beat', async () => here.fake.beats.length > before + 1);
    }
    expect((await ana.ask({ path: '/api/queue' })).status).toBe(200);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['signing out', () => ana.ask({ method: 'DELETE', path: '/api/session' })],
    ['another role', () => here.office.accounts.change(ana.id, { roles: ['operator'] })],
    ['disabling', () => here.office.accounts.change(ana.id, { disabled: true })],
    ['an invitation anew', () => here.office.invitations.reset(ana.id)],
    ['another password', () => here.office.accounts.setPassword(ana.id, 'seven grey geese went there')],
    ['twelve hours', () => Promise.resolve(here.pass(12 * 3_600_000))],
  ])('ends with %s', async (_what, end) => {
    const stream = await listen(ana);
    await end();
    await until('it ends', async () => stream.over());
    expect(stream.events()).toEqual([{ type: 'signed-out' }]);
    expect(here.fake.followers.size).toBe(0);
    expect((await ana.ask({ path: '/api/queue' })).status).toBe(401);
  });

  it('does not end with what changes nothing of what one may do', async () => {
    const stream = await listen(ana);
    await here.office.accounts.change(ana.id, { name: 'Ana B', loadCap: 2 });
    await here.office.accounts.setShift(ana.id, 'on');
    await here.fake.desk.events.append({ type: 'account', account: 'somebody-else' });
    await here.fake.desk.events.append(card('one'));
    await until('it hears of the card', async () => stream.events().length > 0);
    expect(stream.events().map(({ type }) => type)).toEqual(['card']);
  });

  it('moves to the tab that opened it last', async () => {
    const first = await listen(ana);
    const second = await listen(ana);
    await until('the first ends', async () => first.over());
    expect(first.events()).toEqual([{ type: 'moved' }]);
    await here.fake.desk.events.append(card('one'));
    await until('the second hears', async () => second.events().length === 1);
    expect(here.fake.followers.size).toBe(1);
  });

  it('stands beside that of another browser of the same person', async () => {
    const stream = await listen(ana);
    const other = await listen(await here.signIn('ana'));
    await here.fake.desk.events.append(card('one'));
    await until('both hear', async () => stream.events().length + other.events().length === 2);
  });
});
