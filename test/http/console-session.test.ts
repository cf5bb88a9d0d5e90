import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { cookieIn, PASSWORD, type ServedConsole, serveConsole } from './support/serve-console.ts';

let here: ServedConsole;
beforeEach(async () => {
  here = await serveConsole();
});
afterEach(() => here.close());

/** Of the next step: the one before was used. */
function nextCode(): string {
  here.clock.time += 30_000;
  return here.codeOf('ana');
}
const enter = (body: object) => here.send({ method: 'POST', path: '/api/session', body });

describe('the way in', () => {
  it('opens with password and code, and carries a person through to an answer', async () => {
    const ana = await here.signIn('ana');
    expect(JSON.parse((await ana.ask({ path: '/api/session' })).body)).toMatchObject({
      me: { id: ana.id, name: 'ana', roles: ['advocate'], settings: { onCallConsent: false } },
      ...{ programme: 'BeFree Textline', mode: 'live', sso: false, languages: ['en', 'es'] },
    });
    expect((await ana.ask({ path: '/api/queue' })).status).toBe(200);
    const next = await ana.ask({ method: 'POST', path: '/api/next', body: {} });
    expect(JSON.parse(next.body)).toEqual({ outcome: 'done', talk: 'talk-next', fence: 3 });
    const say = { id: 'message-1', fence: 3, text: 'I am here.' };
    const said = await ana.ask({ method: 'POST', path: '/api/talks/talk-next/say', body: say });
    expect(JSON.parse(said.body)).toEqual({ outcome: 'done' });
    expect(here.fake.asked.map(([what, staff]) => [what, staff.id])).toEqual([
      ['queue', ana.id],
      ['next', ana.id],
      ['say', ana.id],
    ]);
    expect(here.fake.asked[2]).toMatchObject(['say', {}, 'talk-next', { ...say, confirmed: [] }]);
    const secret = /argon|totp|sealed|recovery|keyId|login/i;
    expect(JSON.stringify(here.fake.asked)).not.toMatch(secret);
    const noted = (await here.audited()).map(({ actor, act, about, outcome }) => [actor, act, about, outcome]);
    expect(noted).toEqual([
      [ana.id, 'POST /api/session', undefined, 'signed-in'],
      [ana.id, 'GET /api/session', undefined, 'done'],
      [ana.id, 'GET /api/queue', undefined, 'done'],
      [ana.id, 'POST /api/next', 'talk-next', 'done'],
      [ana.id, 'POST /api/talks/:talk/say', 'talk-next', 'done'],
    ]);
  });

  it('keeps the session where no script and no other site reaches it', async () => {
    const code = nextCode();
    const answer = await enter({ login: 'ana', password: PASSWORD, code });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-lantern=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('asks whoever brings no code for one, known or not, and says the same of every mistake', async () => {
    const code = nextCode();
    for (const login of ['ana', 'nobody']) {
      for (const password of [PASSWORD, 'something else entirely']) {
        expect((await enter({ login, password })).body).toBe('{"outcome":"code-needed"}');
      }
    }
    const wrong = [
      { login: 'ana', password: 'something else entirely', code },
      { login: 'ana', password: PASSWORD, code: code === '000000' ? '000001' : '000000' },
      { login: 'nobody', password: PASSWORD, code },
    ];
    for (const tried of wrong) {
      const answer = await enter(tried);
      expect(answer).toMatchObject({ status: 200, body: '{"outcome":"wrong"}' });
      expect(cookieIn(answer)).toBeUndefined();
    }
    // A wrong password did not use the code up; the right one does.
    expect((await enter({ login: 'ANA ', password: PASSWORD, code })).body).toBe('{"outcome":"signed-in"}');
    expect((await enter({ login: 'ana', password: PASSWORD, code })).body).toBe('{"outcome":"wrong"}');
  });

  it('lets nobody guess on', async () => {
    for (let n = 0; n < 10; n += 1) await enter({ login: 'ana', password: 'a guess', code: '123456' });
    const code = nextCode();
    const answer = JSON.parse((await enter({ login: 'ana', password: PASSWORD, code })).body);
    expect(answer).toEqual({ outcome: 'wait', seconds: expect.any(Number) });
    expect((await enter({ login: 'nobody', password: 'a guess', code })).body).toBe('{"outcome":"wrong"}');
  });

  it('is shut after signing out, also for a copy of the cookie', async () => {
    const ana = await here.signIn('ana');
    const answer = await ana.ask({ method: 'DELETE', path: '/api/session' });
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-lantern=; .*Max-Age=0$/)]);
    expect(await ana.ask({ path: '/api/queue' })).toMatchObject({ status: 401, body: '{"error":"signed-out"}' });
  });

  it('shows a visitor no more than the sign-in page needs', async () => {
    const { body } = await here.send({ path: '/api/session' });
    expect(Object.keys(JSON.parse(body)).sort()).toEqual(['languages', 'mode', 'programme', 'sso']);
    expect(await here.audited()).toEqual([]);
  });
});

describe("a new authenticator of one's own", () => {
  it('is given for the password and a code, and its first code opens a new session in the place of all others', async () => {
    const ana = await here.signIn('ana');
    const post = (path: string, body: object) => ana.ask({ method: 'POST', path: `/api/me/${path}`, body });
    const told = async (path: string, body: object) => JSON.parse((await post(path, body)).body);
    expect(await told('authenticator', { password: PASSWORD, code: '000000' })).toEqual({ outcome: 'wrong' });
    expect(await told('recovery-codes', { password: 'not my password', code: nextCode() })).toEqual({
      outcome: 'wrong',
    });
    const enrolled = await told('authenticator', { password: PASSWORD, code: nextCode() });
    expect(enrolled).toEqual({ outcome: 'done', secret: expect.any(String), uri: expect.stringMatching(/^otpauth:/) });
    expect(await told('authenticator/confirm', { code: '000000' })).toEqual({ outcome: 'wrong' });

    const code = generateSync({ secret: enrolled.secret, epoch: Math.floor(here.clock.now() / 1000) });
    const confirmed = await post('authenticator/confirm', { code });
    expect(JSON.parse(confirmed.body)).toEqual({ outcome: 'done', recoveryCodes: expect.any(Array) });
    expect((await ana.ask({ path: '/api/queue' })).status).toBe(401);
    const cookie = cookieIn(confirmed) ?? '';
    expect((await here.send({ path: '/api/queue', headers: { cookie } })).status).toBe(200);
    const [recovery] = JSON.parse(confirmed.body).recoveryCodes;
    expect((await enter({ login: 'ana', password: PASSWORD, code: nextCode() })).body).toContain('wrong');
    expect((await enter({ login: 'ana', password: PASSWORD, code: recovery })).body).toContain('signed-in');
  });
});

describe('what an admin does about retention', () => {
  it('is in the audit with whom it was about and how it went, and no reason is', async () => {
    await here.enlist('ada', ['admin']);
    const ada = await here.signIn('ada');
    const talk = await here.vault.newKey({ kind: 'transcript', at: here.clock.now() });
    const post = (path: string, body: object) => ada.ask({ method: 'POST', path: `/api/retention/holds${path}`, body });
    const hold = { kind: 'transcript', id: talk, reason: 'asked for by a court' };
    expect(JSON.parse((await post('', hold)).body)).toEqual({ outcome: 'done' });
    expect(JSON.parse((await post('', { ...hold, id: 'never' })).body)).toEqual({ outcome: 'unknown' });
    expect(JSON.parse((await ada.ask({ path: '/api/retention' })).body)).toMatchObject({
      ...{ kept: { transcript: 1, record: 0 }, days: { transcript: 90, record: 1_095, audit: 2_190 } },
      holds: [{ id: talk, by: ada.id, reason: hold.reason }],
    });
    expect(JSON.parse((await post(`/${talk}/lift`, { reason: 'it is over' })).body)).toEqual({ outcome: 'done' });
    const noted = (await here.audited()).filter(({ actor }) => actor === ada.id).slice(-4);
    expect(noted.map(({ act, about, outcome }) => [act, about, outcome])).toEqual([
      ['POST /api/retention/holds', talk, 'done'],
      ['POST /api/retention/holds', 'never', 'unknown'],
      ['GET /api/retention', undefined, 'done'],
      ['POST /api/retention/holds/:hold/lift', talk, 'done'],
    ]);
    expect(JSON.stringify(noted)).not.toMatch(/court|over/);
  });
});
