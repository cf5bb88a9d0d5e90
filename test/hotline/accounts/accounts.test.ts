import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Office, office } from './office.ts';

let here: Office;
let ana: string;
beforeEach(async () => {
  here = office();
  ana = (await here.enlist('ana')).id;
});
const MINUTE = 60_000;
const accountOf = async (id: string) => (await here.store.get(id)) ?? (undefined as never);

describe('a session', () => {
  it('ends after 30 minutes without a sign of life, or 12 hours in all', async () => {
    const token = await here.sessions.open(await accountOf(ana));
    here.pass(29 * MINUTE);
    expect((await here.sessions.read(token))?.id).toBe(ana);
    here.pass(30 * MINUTE);
    expect(await here.sessions.read(token)).toBeUndefined();
    expect((await here.accounts.views())[0]?.seenAt).toBe(here.clock.now() - 30 * MINUTE);
    const long = await here.sessions.open(await accountOf(ana));
    for (let quarter = 1; quarter < 48; quarter += 1) {
      here.pass(15 * MINUTE);
      expect((await here.sessions.read(long))?.id).toBe(ana);
    }
    here.pass(15 * MINUTE);
    expect(await here.sessions.read(long)).toBeUndefined();
  });

  it('is opened by nothing but the very token', async () => {
    const token = await here.sessions.open(await accountOf(ana));
    for (const other of ['', `${token}x`, token.slice(1), token.toUpperCase()]) {
      expect(await here.sessions.read(other)).toBeUndefined();
    }
  });

  it('ends when it is ended, and stays so', async () => {
    const token = await here.sessions.open(await accountOf(ana));
    await here.sessions.end(token);
    expect(await here.sessions.read(token)).toBeUndefined();
  });
});

describe('what an admin changes', () => {
  it.each<[string, object, boolean]>([
    ['roles', { roles: ['operator'] }, true],
    ['disabling', { disabled: true }, true],
    ['the same roles', { roles: ['advocate'] }, false],
    ['a name, languages, skills and load', { name: 'A', languages: ['es'], skills: ['minors'], loadCap: 9 }, false],
  ])('%s', async (_what, change, ends) => {
    const token = await here.sessions.open(await accountOf(ana));
    expect(await here.accounts.change(ana, change)).toBe('done');
    expect((await here.sessions.read(token)) === undefined).toBe(ends);
    expect(here.revoked).toEqual(ends ? [ana] : []);
  });

  it('never leaves the line without an admin', async () => {
    const [ada, sol] = [(await here.enlist('ada', ['admin'])).id, (await here.enlist('sol', ['admin'])).id];
    expect(await here.accounts.change(ada, { disabled: true })).toBe('done');
    expect(await here.accounts.change(sol, { disabled: true })).toBe('last-admin');
    expect(await here.accounts.change(sol, { roles: ['advocate'] })).toBe('last-admin');
    expect(await here.accounts.change(ada, { disabled: false })).toBe('done');
    expect(await here.accounts.change(sol, { roles: ['advocate'] })).toBe('done');
  });

  it('takes whoever is disabled off their shift, and lets them in again when it is undone', async () => {
    await here.accounts.setShift(ana, 'on');
    await here.accounts.change(ana, { disabled: true });
    expect((await here.accounts.list())[0]).toMatchObject({ disabled: true, shift: 'off' });
    await here.accounts.change(ana, { disabled: false });
    expect(await accountOf(ana)).toMatchObject({ status: 'active' });
    expect(await here.accounts.change('nobody', {})).toBe('unknown');
  });

  it('does not make an invited person active', async () => {
    const invited = await here.invitations.invite(here.details('ben'));
    await here.accounts.change(invited?.account ?? '', { disabled: true });
    await here.accounts.change(invited?.account ?? '', { disabled: false });
    expect(await accountOf(invited?.account ?? '')).toMatchObject({ status: 'invited' });
  });
});

describe('what people change of themselves', () => {
  const NUMBER = '+15555550143';

  it('a password, which ends every session and is the only one from then on', async () => {
    const token = await here.sessions.open(await accountOf(ana));
    expect(await here.accounts.setPassword(ana, 'short')).toEqual({ outcome: 'weak', fault: 'too-short' });
    expect((await here.sessions.read(token))?.id).toBe(ana);
    expect((await here.accounts.setPassword(ana, 'seven grey geese went there')).outcome).toBe('done');
    expect(await here.sessions.read(token)).toBeUndefined();
    expect(await here.signIn.confirm(await accountOf(ana), 'seven grey geese went there')).toBe('right');
    expect(await here.signIn.confirm(await accountOf(ana), 'nine brown herons stand here')).toBe('wrong');
  });

  it('a number to be texted at, sealed, and told to nobody before they agree', async () => {
    await here.accounts.setSettings(ana, { onCallNumber: NUMBER });
    expect(JSON.stringify(await here.store.list())).not.toContain('5555550143');
    expect((await here.accounts.me(await accountOf(ana))).settings).toMatchObject({ onCallNumber: NUMBER });
    expect((await here.accounts.list())[0]).not.toHaveProperty('onCallNumber');
    await here.accounts.setSettings(ana, { onCallConsent: true, language: 'es' });
    expect((await here.accounts.list())[0]).toMatchObject({ onCallNumber: NUMBER, language: 'es' });
    expect(JSON.stringify(await here.accounts.views())).not.toContain('5555550143');
  });

  it('consent, which is to one number and ends with it', async () => {
    await here.accounts.setSettings(ana, { onCallNumber: NUMBER, onCallConsent: true });
    await here.accounts.setSettings(ana, { onCallNumber: '+15555550144' });
    expect((await here.accounts.list())[0]).not.toHaveProperty('onCallNumber');
    await here.accounts.setSettings(ana, { onCallConsent: true });
    await here.accounts.setSettings(ana, { onCallNumber: null });
    expect(await accountOf(ana)).toMatchObject({ settings: { onCallConsent: false } });
    expect(await here.accounts.setSettings(ana, { onCallConsent: true })).toBe('bad-number');
  });

  it.each(['5555550143', '+1 555 555 0143', '+0123456789', 'tel:+15555550143', '', '+1'])(
    'no number is %p',
    async (number) => {
      const changed = await here.accounts.setSettings(ana, { onCallNumber: number, onCallConsent: true });
      expect(changed).toBe('bad-number');
    },
  );

  it('nobody who is disabled is texted', async () => {
    await here.accounts.setSettings(ana, { onCallNumber: NUMBER, onCallConsent: true });
    await here.accounts.change(ana, { disabled: true });
    expect((await here.accounts.list())[0]).not.toHaveProperty('onCallNumber');
  });
});
