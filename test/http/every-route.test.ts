import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../src/hotline/accounts/account.ts';
import { ALLOWED, type ConsoleGuard } from '../../src/http/console-guards.ts';
import type { Route } from '../../src/http/route.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { type Browser, type ServedConsole, serveConsole } from './support/serve-console.ts';

/**
 * Who may ask for what, written down a second time and by hand: a row that is opened to more people must be opened here too.
 * A role that is not named is refused.
 */
const MAY: Record<string, readonly (Role | 'visitor')[]> = {
  'get /api/session': ['visitor', ...ROLES],
  'post /api/session': ['visitor', ...ROLES],
  'delete /api/session': ROLES,
  'post /api/invitation': ['visitor', ...ROLES],
  'post /api/invitation/confirm': ['visitor', ...ROLES],
  'put /api/me/settings': ROLES,
  'put /api/me/shift': ROLES,
  'post /api/me/password': ROLES,
  'post /api/me/authenticator': ROLES,
  'post /api/me/authenticator/confirm': ROLES,
  'post /api/me/recovery-codes': ROLES,
  'get /api/session/sso': ['visitor', ...ROLES],
  'get /api/session/sso/return': ['visitor', ...ROLES],
  'get /api/queue': ['advocate', 'supervisor'],
  'post /api/next': ['advocate'],
  'get /api/talks/:talk': ['advocate', 'supervisor'],
  'post /api/talks/:talk/claim': ['advocate'],
  'post /api/talks/:talk/say': ['advocate'],
  'post /api/talks/:talk/unsay': ['advocate'],
  'post /api/talks/:talk/release': ['advocate', 'supervisor'],
  'post /api/talks/:talk/close': ['advocate', 'supervisor'],
  'post /api/talks/:talk/danger': ['advocate', 'supervisor'],
  'post /api/talks/:talk/note': ['advocate', 'supervisor'],
  'put /api/talks/:talk/draft': ['advocate', 'supervisor'],
  'post /api/talks/:talk/attention': ['advocate', 'supervisor'],
  'post /api/talks/:talk/mute': ['advocate', 'supervisor'],
  'post /api/talks/:talk/reveal': ['advocate', 'supervisor'],
  'post /api/talks/:talk/reassign': ['supervisor'],
  'post /api/talks/:talk/media': ['advocate', 'supervisor'],
  'post /api/talks/:talk/translate': ['advocate', 'supervisor'],
  'get /api/steps': ['advocate', 'supervisor'],
  'get /api/floor': ['supervisor'],
  'get /api/colleagues': ['advocate', 'supervisor'],
  'get /api/events': ROLES,
  ...practised(),
  'post /api/records/search': ['advocate', 'supervisor', 'operator'],
  'post /api/records/export': ['supervisor', 'operator'],
  'get /api/records/:record': ['advocate', 'supervisor', 'operator'],
  'post /api/records/:record/status': ['advocate', 'supervisor', 'operator'],
  'post /api/records/:record/assign': ['advocate', 'supervisor', 'operator'],
  'post /api/records/:record/note': ['advocate', 'supervisor', 'operator'],
  'post /api/records/:record/answer': ['advocate', 'supervisor', 'operator'],
  'post /api/records/:record/approve': ['supervisor', 'operator'],
  'get /api/talks/:talk/records': ['advocate', 'supervisor'],
  'post /api/talks/:talk/records': ['advocate', 'supervisor'],
  'get /api/records/:record/listing': ['supervisor', 'operator'],
  'post /api/records/:record/listing': ['supervisor', 'operator'],
  'post /api/records/:record/refuse': ['supervisor', 'operator'],
  'get /api/replies': ['advocate', 'supervisor', 'operator'],
  'post /api/replies': ['supervisor', 'operator'],
  'post /api/replies/:reply/remove': ['supervisor', 'operator'],
  'post /api/referrals': ['advocate', 'supervisor'],
  'get /api/floor/care': ['supervisor'],
  'put /api/floor/:account/load-cap': ['supervisor'],
  'post /api/floor/:account/break': ['supervisor'],
  'post /api/talks/:talk/take-over': ['supervisor'],
  'get /api/reviews': ['supervisor'],
  'post /api/reviews/:talk': ['supervisor'],
  'get /api/me/comments': ['advocate', 'supervisor'],
  'get /api/statistics': ['supervisor', 'operator'],
  'get /api/statistics.csv': ['supervisor', 'operator'],
  'get /api/accounts': ['admin'],
  'post /api/accounts': ['admin'],
  'put /api/accounts/:account': ['admin'],
  'post /api/accounts/:account/invitation': ['admin'],
  'post /api/accounts/:account/unlock': ['admin'],
  'get /api/audit': ['admin'],
  'post /api/audit/verify': ['admin'],
  'get /api/retention': ['admin'],
  'post /api/retention/holds': ['admin'],
  'post /api/retention/holds/:hold/lift': ['admin'],
};

/** Nobody real is there: whoever is signed in may practise. */
function practised(): Record<string, readonly Role[]> {
  const desk = [
    ...['get queue', 'post next', 'get talks/:talk', 'get steps', 'get colleagues', 'get events'],
    ...['claim', 'say', 'unsay', 'release', 'close', 'danger', 'note', 'attention', 'mute', 'reveal', 'media'].map(
      (act) => `post talks/:talk/${act}`,
    ),
    'post talks/:talk/translate',
    ...['put talks/:talk/draft', 'post rounds', 'post rounds/:round/finish', 'post leave'],
  ].map((row) => row.replace(' ', ' /api/practice/'));
  const all = ['get /api/practice', ...desk].map((row) => [row, ROLES] as const);
  const supervised = ['get /api/practice/floor', 'post /api/practice/talks/:talk/reassign'];
  return { ...Object.fromEntries(all), ...Object.fromEntries(supervised.map((row) => [row, ['supervisor'] as const])) };
}

const rows = ROUTES.filter((route) => route.path.startsWith('/api'));
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const addressOf = ({ path }: Route) => path.replace(/:\w+/g, 'nobodys-talk');
const changes = ({ method }: Route) => method !== 'get';

let here: ServedConsole;
const browsers = new Map<Role, Browser>();
beforeAll(async () => {
  here = await serveConsole();
  for (const role of ROLES) {
    await here.enlist(`a-${role}`, [role]);
    browsers.set(role, await here.signIn(`a-${role}`));
  }
});
afterAll(() => here.close());

function browserOf(role: Role): Browser {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`No ${role} is signed in.`);
  return browser;
}

/** A body that no schema takes: whoever is let in hears of it, and nothing is done. */
const knock = (route: Route) => ({
  method: route.method.toUpperCase(),
  path: addressOf(route),
  ...(changes(route) && { body: { no: 'such field' } }),
});

describe('every row of the route table under /api', () => {
  it('is named here, and nothing else is', () => {
    expect(rows.map(nameOf).sort()).toEqual(Object.keys(MAY).sort());
    expect(rows.every(({ guard }) => guard in ALLOWED)).toBe(true);
  });

  it.each(rows.map((route) => [nameOf(route), route] as const))('%s opens to its roles alone', async (name, route) => {
    if (route.path.endsWith('/events') || name === 'delete /api/session') return expect(MAY[name]).toEqual(ROLES);
    const may = MAY[name] ?? [];
    const stranger = await here.send(knock(route));
    if (may.includes('visitor')) expect([401, 403]).not.toContain(stranger.status);
    else expect(stranger).toMatchObject({ status: 401, body: '{"error":"signed-out"}' });
    for (const role of ROLES) {
      const answer = await browserOf(role).ask(knock(route));
      if (may.includes(role)) expect([401, 403]).not.toContain(answer.status);
      else expect(answer).toMatchObject({ status: 403, body: '{"error":"not-allowed"}' });
      if (may.includes(role) && changes(route) && !/(invitation)$/.test(name)) {
        expect([name, JSON.parse(answer.body).error]).toEqual([name, expect.stringMatching(/^bad-body$|^not-found$/)]);
      }
    }
  });

  it.each(rows.filter(changes).map((route) => [nameOf(route), route] as const))(
    '%s changes nothing for another site, an old session or a wrong token',
    async (name, route) => {
      const asked = here.fake.asked.length;
      const guarded = ALLOWED[route.guard as ConsoleGuard] !== undefined;
      const role = ROLES.find((one) => (MAY[name] ?? []).includes(one)) ?? 'admin';
      const browser = browserOf(role);
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
      ];
      for (const headers of foreign) {
        const answer = await browser.ask({ ...knock(route), headers });
        expect(answer).toMatchObject({ status: 403, body: '{"error":"cross-site"}' });
      }
      if (!guarded) return;
      for (const csrf of ['', 'x', browser.csrf.slice(1), browserOf('admin').csrf.toUpperCase()]) {
        const answer = await browser.ask({ ...knock(route), headers: { 'x-csrf': csrf } });
        expect(answer).toMatchObject({ status: 403, body: '{"error":"csrf"}' });
      }
      const stale = await browser.ask({ ...knock(route), headers: { cookie: `${browser.cookie}x` } });
      expect(stale).toMatchObject({ status: 401, body: '{"error":"signed-out"}' });
      expect(here.fake.asked).toHaveLength(asked);
    },
  );

  it('is not looked at without being read', async () => {
    for (const route of rows.filter(({ method }) => method === 'get')) {
      expect((await browserOf('admin').ask({ method: 'HEAD', path: addressOf(route) })).status).toBe(405);
    }
  });

  it('answers nothing that a browser or a proxy keeps', async () => {
    for (const route of rows.filter(({ path, method }) => !path.endsWith('/events') && method === 'get')) {
      const answer = await browserOf('admin').ask(knock(route));
      expect([nameOf(route), answer.headers['cache-control']]).toEqual([nameOf(route), 'no-store']);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  it('has each refusal of somebody known in the audit', async () => {
    const olu = browserOf('operator');
    await olu.ask({ path: '/api/talks/secret-talk' });
    await olu.ask({ method: 'PUT', path: '/api/me/shift', body: { shift: 'on' }, headers: { 'x-csrf': 'x' } });
    await olu.ask({ path: '/api/queue', headers: { cookie: '__Host-lantern=old' } });
    expect((await here.audited()).slice(-3)).toMatchObject([
      { actor: olu.id, act: 'GET /api/talks/:talk', about: 'secret-talk', outcome: 'not-allowed' },
      { actor: olu.id, act: 'PUT /api/me/shift', outcome: 'csrf' },
      { actor: '-', act: 'GET /api/queue', outcome: 'signed-out' },
    ]);
  });
});

describe('what belongs to somebody else', () => {
  const say = { id: 'message-1', fence: 3, text: 'canary' };

  it('is refused by the desk, whoever guesses its id, and that is in the audit', async () => {
    const other = browserOf('advocate');
    expect((await other.ask({ path: '/api/talks/anas-talk' })).status).toBe(404);
    const said = await other.ask({ method: 'POST', path: '/api/talks/anas-talk/say', body: say });
    expect(said).toMatchObject({ status: 200, body: '{"outcome":"not-owner"}' });
    const file = await other.ask({ method: 'POST', path: '/api/talks/anas-talk/media', body: { n: 0, at: 0 } });
    expect(file.status).toBe(404);
    expect((await other.ask({ path: '/api/talks/%7Bp1%7D*' })).status).toBe(404);
    expect((await here.audited()).slice(-4)).toMatchObject([
      { actor: other.id, about: 'anas-talk', outcome: 'not-found' },
      { actor: other.id, about: 'anas-talk', outcome: 'not-owner' },
      { actor: other.id, about: 'anas-talk', outcome: 'not-owner' },
      { actor: other.id, outcome: 'not-found' },
    ]);
    expect(JSON.stringify(await here.audited())).not.toContain('canary');
  });

  it('is shown to its owner, a file never so that a browser would run it', async () => {
    const ana = await here.signIn('ana');
    expect((await ana.ask({ path: '/api/talks/anas-talk?after=7' })).status).toBe(200);
    expect(here.fake.asked.at(-1)).toMatchObject(['view', {}, 'anas-talk', { after: 7, language: 'en' }]);
    const file = await ana.ask({ method: 'POST', path: '/api/talks/anas-talk/media', body: { n: 0, at: 0 } });
    expect(file).toMatchObject({ status: 200, body: 'png', headers: { 'content-type': 'image/png' } });
    expect(file.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect(file.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['..%2f..', '%00', 'a'.repeat(65), 'x y'])('is not looked for under the id %p', async (id) => {
    const ana = await here.signIn('ana');
    const before = here.fake.asked.length;
    expect((await ana.ask({ path: `/api/talks/${encodeURI(id)}` })).status).toBe(404);
    expect(here.fake.asked).toHaveLength(before);
  });
});

describe('a body', () => {
  it.each([
    ['a field too many', { id: 'message-1', fence: 3, text: 'x', canary: 1 }, ''],
    ['a field too few', { id: 'message-1', text: 'x' }, 'fence'],
    ['a field of another kind', { id: 'message-1', fence: 3, text: { canary: 1 } }, 'text'],
    ['nothing at all', null, ''],
  ])('with %s is refused by the name of what is wrong', async (_what, body, at) => {
    const ana = await here.signIn('ana');
    const answer = await ana.ask({ method: 'POST', path: '/api/talks/anas-talk/say', body });
    expect(answer.status).toBe(400);
    if (body !== null) expect(JSON.parse(answer.body)).toEqual({ error: 'bad-body', at });
    expect(answer.body).not.toContain('canary');
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, '{}', 415],
    ['text', { 'content-type': 'text/plain' }, '{}', 415],
    ['packed', { 'content-encoding': 'gzip' }, '{}', 415],
    ['broken', {}, '{"text":', 400],
    ['too long', {}, JSON.stringify({ text: 'x'.repeat(140_000) }), 413],
  ])('that is %s is not read', async (_what, headers, body, status) => {
    const ana = await here.signIn('ana');
    const origin = 'https://line.example.org';
    const known = { cookie: ana.cookie, 'x-csrf': ana.csrf, origin, 'content-type': 'application/json' };
    const path = '/api/talks/anas-talk/note';
    const answer = await here.served.call({ method: 'POST', path, headers: { ...known, ...headers }, body });
    expect(answer.status).toBe(status);
  });
});
