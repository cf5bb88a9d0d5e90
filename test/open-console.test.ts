import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { DEMO_ACCOUNTS } from '../src/hotline/accounts/demo-accounts.ts';
import { type RunningLine, startLine } from '../src/main.ts';
import { readSetOnce } from './support/read-set-once.ts';
import { until } from './support/until.ts';

const run = promisify(execFile);
const PHONE = '+15555550143';

let dir: string;
let running: RunningLine;
const env = () => ({ LINE_MODE: 'demo', PORT: '0', DATA_DIR: dir });

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-console-'));
  const read = readConfig(env());
  if (!read.ok) throw new Error('The demo needs no settings.');
  running = await startLine(read.config, { readChecked: readSetOnce, writeLog: () => {} });
  await running.working;
});
afterAll(async () => {
  await running?.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Answer {
  status: number;
  json: Record<string, unknown> & { outcome?: string };
  cookie: string | undefined;
}

/** One browser that signs in as one of the demo's accounts. */
async function browser(login: string) {
  const origin = running.url;
  let [cookie, csrf] = ['', ''];
  const ask = async (method: string, to: string, body?: unknown): Promise<Answer> => {
    const headers = {
      origin,
      cookie,
      'x-csrf': csrf,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const response = await fetch(origin + to, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0]?.split(';', 1)[0];
    if (set !== undefined) cookie = set;
    return { status: response.status, json: (await response.json()) as Answer['json'], cookie: set };
  };
  const password = DEMO_ACCOUNTS[0]?.password;
  expect((await ask('POST', '/api/session', { login, password })).json).toEqual({ outcome: 'signed-in' });
  csrf = String((await ask('GET', '/api/session')).json.csrf);
  /** What the open stream has told. */
  const listen = () =>
    new Promise<{ told: () => string; close(): void }>((resolve, reject) => {
      const asked = request(`${origin}/api/events`, { headers: { cookie } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', () => {});
        resolve({ told: () => text, close: () => response.destroy() });
      });
      asked.on('error', reject).end();
    });
  return { ask, listen };
}

/** An operator's command on the line's own stores, while the line runs. */
async function command(...args: string[]) {
  const { PATH = '' } = process.env;
  const [script = '', ...rest] = args;
  const argv = [path.resolve('scripts', `${script}.ts`), ...rest];
  return run(process.execPath, argv, { env: { ...env(), PATH } }).then(
    ({ stdout }) => ({ code: 0, out: stdout, err: '' }),
    ({ code, stdout, stderr }) => ({ code: Number(code), out: String(stdout), err: String(stderr) }),
  );
}

describe('a demo, as it starts', () => {
  it('carries a person in danger from a text to an answer by a human', async () => {
    const ana = await browser('ana');
    expect((await ana.ask('PUT', '/api/me/shift', { shift: 'on' })).json).toMatchObject({ name: 'Ana', shift: 'on' });
    const stream = await ana.listen();
    await until('the stream stands', () => stream.told().includes('"beat"'));
    const line = '233733';
    await running.emulator?.text({ from: PHONE, to: line, body: 'he has a knife and he wont let me leave' });
    await until('it rings', () => /"type":"card".*"ring":true/.test(stream.told()), { seen: stream.told });
    expect(stream.told()).not.toMatch(/knife|5555550143/);
    await until('somebody waits', async () => {
      const { waiting } = (await ana.ask('GET', '/api/queue')).json as { waiting?: unknown[] };
      return waiting?.length === 1;
    });
    const taken = (await ana.ask('POST', '/api/next', {})).json;
    expect(taken).toMatchObject({ outcome: 'done', talk: expect.any(String), fence: expect.any(Number) });
    const talk = `/api/talks/${taken.talk}`;
    const text = 'I am Ana. Can you get to a room with a lock?';
    const said = await ana.ask('POST', `${talk}/say`, { id: 'message-1', fence: taken.fence, text });
    expect(said.json).toEqual({ outcome: 'done' });
    const sent = () => running.emulator?.ledger.sentTo(PHONE).map(({ body }) => body) ?? [];
    await until('the person has it', () => sent().includes(text), { seen: sent });
    const view = (await ana.ask('GET', talk)).json as { entries?: { text?: string }[] };
    expect(view.entries?.map((entry) => entry.text)).toEqual(expect.arrayContaining([text]));
    const ben = await browser('ben');
    const meddled = await ben.ask('POST', `${talk}/say`, { id: 'message-2', fence: taken.fence, text: 'x' });
    expect(meddled.json.outcome).not.toBe('done');
    stream.close();
  });

  it('has an audit that a command finds whole, and that names who did what', async () => {
    const olu = await browser('olu');
    expect((await olu.ask('GET', '/api/queue')).status).toBe(403);
    expect(await command('audit', 'verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ entries, each/),
    });
    const shown = await command('audit', 'show', '1');
    expect(JSON.parse(shown.out)).toMatchObject({ actor: 'demo-olu', act: 'GET /api/queue', outcome: 'not-allowed' });
  });

  it('lets a command take somebody’s way in away, at once', async () => {
    const olu = await browser('olu');
    const reset = await command('accounts', 'reset', 'olu');
    expect(reset.out).toMatch(
      /^Open once, before [\d-]+ [\d:]+ UTC:\nhttp:\/\/localhost:0\/console\/invitation#demo-olu\./,
    );
    expect((await olu.ask('GET', '/api/session')).json).not.toHaveProperty('me');
    expect(await command('accounts', 'first-admin', 'eve')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/admin already/),
    });
    expect((await command('accounts')).err).toMatch(/^usage:/);
  });
});
