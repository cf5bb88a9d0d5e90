import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createSingleSignOn } from '../../../src/adapters/openid/single-sign-on.ts';
import { createSignOn, SIGN_ON_RETURN } from '../../../src/hotline/accounts/sign-on.ts';
import { cookieIn, type ServedConsole, serveConsole } from '../../http/support/serve-console.ts';
import { PUBLIC_URL } from '../../http/support/twilio-request.ts';
import { CLIENT, startSignOnProvider } from './sign-on-provider.ts';

const redirectUri = PUBLIC_URL + SIGN_ON_RETURN;
const FAILED = `${PUBLIC_URL}/console/sign-in?sso=failed`;
let provider: Awaited<ReturnType<typeof startSignOnProvider>>;
let here: ServedConsole;

beforeAll(async () => {
  // It warns that its keys are only for a test.
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => {});
  provider = await startSignOnProvider(redirectUri);
  here = await serveConsole();
  const sso = createSingleSignOn({ issuer: provider.issuer, ...CLIENT, redirectUri });
  here.console.signOn = createSignOn({ provider: sso, store: here.store, log: here.log });
});
afterAll(async () => {
  await here.close();
  await provider.close();
  jest.restoreAllMocks();
});
beforeEach(() => {
  provider.state.refuses = false;
});

const invite = (login: string) =>
  here.office.invitations.invite({
    ...{ login, name: 'Ben', roles: ['supervisor'], languages: ['en'], skills: [], loadCap: 4 },
  });

/** To the provider and back, as a browser. `meddle` changes what it is sent back with. */
async function signOn(meddle: (back: URL, cookie: string) => { back?: URL; cookie?: string } = () => ({})) {
  const out = await here.send({ path: '/api/session/sso' });
  expect(out).toMatchObject({ status: 303, headers: { location: expect.stringContaining(provider.issuer) } });
  const cookie = cookieIn(out) ?? '';
  const back = new URL(await provider.visit(String(out.headers.location)));
  const changed = { back, cookie, ...meddle(new URL(back), cookie) };
  const { pathname, search } = changed.back;
  const headers = { cookie: changed.cookie, 'sec-fetch-site': 'cross-site' };
  const answer = await here.send({ path: pathname + search, headers });
  const set = [answer.headers['set-cookie']].flat().map(String);
  const session = set.find((line) => /^__Host-lantern=[\w-]{43};/.test(line))?.split(';', 1)[0];
  const me = session && JSON.parse((await here.send({ path: '/api/session', headers: { cookie: session } })).body).me;
  return { ...answer, session, me, back };
}

describe('single sign-on', () => {
  it('lets in whoever is invited under their verified address, in the roles that they were given here', async () => {
    const invited = await invite('Ben@Example.org');
    provider.state.person = { sub: 'provider-1', email: 'ben@example.ORG', email_verified: true };
    const { headers, me } = await signOn();
    expect(headers.location).toBe(`${PUBLIC_URL}/console/`);
    expect(me).toMatchObject({ id: invited?.account, roles: ['supervisor'] });
    // The token of the invitation opens nothing any more.
    expect((await here.office.invitations.accept(invited?.token ?? '', 'nine brown herons stand')).outcome).toBe(
      'unknown',
    );
    // From now on they are known by the provider's name for them, whatever address they have.
    provider.state.person = { sub: 'provider-1', email: 'other@example.org', email_verified: false };
    expect((await signOn()).me).toMatchObject({ id: invited?.account });
    const entries = (await here.audited()).filter(({ act }) => act === `GET ${SIGN_ON_RETURN}`);
    expect(entries).toMatchObject([
      { actor: invited?.account, outcome: 'signed-in' },
      { actor: invited?.account, outcome: 'signed-in' },
    ]);
  });

  it.each([
    ['is not invited', { sub: 'provider-2', email: 'stranger@example.org', email_verified: true }],
    ['has not proved the address', { sub: 'provider-3', email: 'eve@example.org', email_verified: false }],
    ['tells no address', { sub: 'provider-4' }],
    ['has the address of an account with a password', { sub: 'provider-5', email: 'ana', email_verified: true }],
  ])('does not let in whoever %s', async (_what, person) => {
    await invite('eve@example.org');
    provider.state.person = person;
    const { headers, session } = await signOn();
    expect(headers.location).toBe(FAILED);
    expect(session).toBeUndefined();
    expect((await here.audited()).at(-1)).toMatchObject({ actor: '-', outcome: 'not-invited' });
  });

  it('lets in nobody who was disabled here', async () => {
    const invited = await invite('cleo@example.org');
    provider.state.person = { sub: 'provider-6', email: 'cleo@example.org', email_verified: true };
    expect((await signOn()).session).toBeDefined();
    await here.office.accounts.change(invited?.account ?? '', { disabled: true });
    expect((await signOn()).session).toBeUndefined();
  });

  it('lets in nobody who changed their mind over there', async () => {
    provider.state.refuses = true;
    expect((await signOn()).headers.location).toBe(FAILED);
  });

  it.each<[string, Parameters<typeof signOn>[0]]>([
    ['another state', (back) => ({ back: withQuery(back, 'state', 'x') })],
    ['no code', (back) => ({ back: withQuery(back, 'code', '') })],
    ['another code', (back) => ({ back: withQuery(back, 'code', 'x') })],
    ['another issuer', (back) => ({ back: withQuery(back, 'iss', 'https://evil.example') })],
    ['no memory of having left', () => ({ cookie: '' })],
    ['a memory that is no memory', () => ({ cookie: '__Host-lantern-sign-on=e30' })],
    ['the memory of another way out', (_back, cookie) => ({ cookie: flowWith(cookie, { nonce: 'x' }) })],
    ['another verifier', (_back, cookie) => ({ cookie: flowWith(cookie, { verifier: 'x'.repeat(43) }) })],
  ])('lets in nobody who comes back with %s', async (_what, meddle) => {
    provider.state.person = { sub: 'provider-1' };
    const { headers, session } = await signOn(meddle);
    expect(headers.location).toBe(FAILED);
    expect(session).toBeUndefined();
  });

  it('takes each way back once', async () => {
    provider.state.person = { sub: 'provider-1' };
    let kept = { path: '', cookie: '' };
    const first = await signOn((back, cookie) => {
      kept = { path: back.pathname + back.search, cookie };
      return {};
    });
    expect(first.session).toBeDefined();
    const again = await here.send({ path: kept.path, headers: { cookie: kept.cookie } });
    expect(again.headers.location).toBe(FAILED);
  });

  it('says so when the provider is away, and asks again when it is back', async () => {
    const sso = createSingleSignOn({ issuer: 'http://127.0.0.1:1', ...CLIENT, redirectUri });
    const lost = createSignOn({ provider: sso, store: here.store, log: here.log });
    expect(await lost.begin()).toBeUndefined();
    expect(await lost.finish('?code=x', { state: 'a', nonce: 'b', verifier: 'c' })).toEqual({ outcome: 'failed' });
    expect(here.log.events).toContain('sign-on-failed');
  });
});

function flowWith(cookie: string, changes: object): string {
  const [name = '', value = ''] = cookie.split('=');
  const flow = JSON.parse(Buffer.from(value, 'base64url').toString());
  return `${name}=${Buffer.from(JSON.stringify({ ...flow, ...changes })).toString('base64url')}`;
}

function withQuery(address: URL, name: string, value: string): URL {
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  return address;
}
