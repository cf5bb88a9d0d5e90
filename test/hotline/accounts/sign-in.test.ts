import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Office, office, PASSWORD } from './office.ts';

let here: Office;
let ana: Awaited<ReturnType<Office['enlist']>>;
beforeEach(async () => {
  here = office();
  ana = await here.enlist('ana');
});

const enter = (code: string | undefined, over: object = {}) =>
  here.signIn.password({ login: 'ana', password: PASSWORD, code, address: '192.0.2.1', ...over });

describe('signing in', () => {
  it('takes each code once, also of two who bring it in the same moment', async () => {
    const code = here.code(ana.secret);
    const tries = await Promise.all(Array.from({ length: 5 }, () => enter(code)));
    expect(tries.map(({ outcome }) => outcome).sort()).toEqual(['signed-in', 'wrong', 'wrong', 'wrong', 'wrong']);
  });

  it('takes each recovery code once', async () => {
    for (const code of ana.recoveryCodes.slice(0, 3)) {
      expect((await enter(code)).outcome).toBe('signed-in');
      expect((await enter(code)).outcome).toBe('wrong');
    }
    expect((await here.store.get(ana.id))?.recovery).toHaveLength(7);
  });

  it('says no more to whoever has the password than to whoever has not', async () => {
    expect(await enter(undefined)).toEqual(await enter(undefined, { login: 'nobody' }));
    const { about: _whose, ...known } = (await enter('000000', { password: 'x' })) as {
      about?: string;
      outcome: string;
    };
    expect(known).toEqual(await enter('000000', { login: 'nobody' }));
  });

  it('does the same slow work for nobody as for somebody', async () => {
    const compared: (string | undefined)[] = [];
    const signIn = here.signInWith(async (hash) => {
      compared.push(hash);
      return false;
    });
    for (const login of ['ana', 'nobody']) {
      await signIn.password({ login, password: 'a guess', code: '000000', address: undefined });
    }
    expect(compared).toEqual([expect.stringContaining('argon2id'), undefined]);
  });

  it('makes an account wait after ten tries, and an address after sixty, and tells how long', async () => {
    for (let n = 0; n < 10; n += 1) await enter('000000', { password: 'x' });
    expect(await enter(here.code(ana.secret))).toEqual({ outcome: 'wait', seconds: expect.any(Number), about: ana.id });
    const elsewhere = { address: '192.0.2.3' };
    expect((await enter(here.code(ana.secret), elsewhere)).outcome).toBe('signed-in');
    for (let n = 0; n < 49; n += 1) await enter('000000', { login: `guess-${n}` });
    expect((await enter('000000', { login: 'one-more' })).outcome).toBe('wait');
    expect((await enter('000000', { login: 'one-more', address: '192.0.2.2' })).outcome).toBe('wrong');
  });

  it('makes an account wait after a hundred tries from everywhere', async () => {
    const signIn = here.signInWith(async () => false);
    const guess = (n: number) =>
      signIn.password({ login: 'ana', password: 'x', code: '000000', address: `192.0.2.${n}` });
    for (let n = 0; n < 100; n += 1) expect((await guess(n)).outcome).toBe('wrong');
    expect((await guess(101)).outcome).toBe('wait');
  });

  it('opens again at once to whoever an admin has unlocked', async () => {
    for (let n = 0; n < 11; n += 1) await enter('000000', { password: 'x' });
    expect((await enter(here.code(ana.secret))).outcome).toBe('wait');
    expect(await here.accounts.unlock('nobody')).toBe(false);
    expect(await here.accounts.unlock(ana.id)).toBe(true);
    expect((await enter(here.code(ana.secret))).outcome).toBe('signed-in');
    for (let n = 0; n < 10; n += 1) await enter('000000', { password: 'x' });
    expect((await enter(here.code(ana.secret))).outcome).toBe('wait');
  });

  it('is kept from nobody by one address that goes on and on', async () => {
    const signIn = here.signInWith(async () => false);
    const tried = { login: 'ana', password: 'x', code: '000000', address: '192.0.2.1' };
    for (let n = 0; n < 300; n += 1) await signIn.password(tried);
    expect((await enter(here.code(ana.secret), { address: '192.0.2.2' })).outcome).toBe('signed-in');
  });

  it('forgets the wrong tries of whoever gets in', async () => {
    for (let n = 0; n < 9; n += 1) await enter('000000', { password: 'x' });
    expect((await enter(here.code(ana.secret))).outcome).toBe('signed-in');
    for (let n = 0; n < 9; n += 1) expect((await enter('000000', { password: 'x' })).outcome).toBe('wrong');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['disabled', () => here.accounts.change(ana.id, { disabled: true })],
    ['reset', () => here.invitations.reset(ana.id)],
  ])('is closed to an account that was %s', async (_what, close) => {
    await close();
    expect((await enter(here.code(ana.secret))).outcome).toBe('wrong');
  });

  it('opens without a second factor in a demo alone, and for its accounts alone', async () => {
    const demo = office({ secondFactor: false });
    const invited = await demo.enlist('ben');
    const tried = { login: 'ben', password: PASSWORD, code: undefined, address: undefined };
    expect((await demo.signIn.password(tried)).outcome).toBe('code-needed');
    const account = await demo.store.get(invited.id);
    const { totp: _none, ...bare } = account ?? (undefined as never);
    await demo.store.replace({ ...bare, revision: bare.revision + 1 });
    expect((await demo.signIn.password(tried)).outcome).toBe('signed-in');
    await here.store.add({ ...bare, id: 'demo' });
    for (const code of [undefined, '123456']) {
      expect((await here.signIn.password({ ...tried, code })).outcome).not.toBe('signed-in');
    }
  });
});
