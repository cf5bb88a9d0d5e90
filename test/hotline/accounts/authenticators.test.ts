import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Office, office, PASSWORD } from './office.ts';

let here: Office;
let ana: Awaited<ReturnType<Office['enlist']>>;
beforeEach(async () => {
  here = office();
  ana = await here.enlist('ana');
});

const account = async () => {
  const found = await here.store.get(ana.id);
  if (found === undefined) throw new Error('Ana is gone.');
  return found;
};
const enter = (code: string) => here.signIn.password({ login: 'ana', password: PASSWORD, code, address: undefined });
const begin = async () => (await here.authenticators.begin(ana.id)) ?? { secret: '', uri: '' };

describe('a new authenticator', () => {
  it('takes the place of the old one with its first code, ends every session, and gives new recovery codes', async () => {
    const session = await here.sessions.open(await account());
    const { secret, uri } = await begin();
    expect(uri).toContain(secret);
    expect((await enter(here.code(ana.secret))).outcome).toBe('signed-in');
    here.pass(60_000);
    expect((await enter(here.code(secret))).outcome).toBe('wrong');
    expect((await here.authenticators.confirm(ana.id, '000000')).outcome).toBe('wrong');

    const confirmed = await here.authenticators.confirm(ana.id, here.code(secret));
    if (confirmed.outcome !== 'done') throw new Error(confirmed.outcome);
    expect(await here.sessions.read(session)).toBeUndefined();
    expect(here.revoked).toEqual([ana.id]);
    here.pass(60_000);
    expect((await enter(here.code(ana.secret))).outcome).toBe('wrong');
    expect((await enter(ana.recoveryCodes[0] ?? '')).outcome).toBe('wrong');
    expect((await enter(here.code(secret))).outcome).toBe('signed-in');
    expect((await enter(confirmed.recoveryCodes[0] ?? '')).outcome).toBe('signed-in');
    expect((await here.authenticators.confirm(ana.id, here.code(secret))).outcome).toBe('unknown');
  });

  it('is forgotten when its first code takes too long', async () => {
    const { secret } = await begin();
    here.pass(16 * 60_000);
    expect((await here.authenticators.confirm(ana.id, here.code(secret))).outcome).toBe('unknown');
    expect((await enter(here.code(ana.secret))).outcome).toBe('signed-in');
  });

  it('is begun anew after a few wrong codes, so that a session alone guesses none', async () => {
    const { secret } = await begin();
    for (let n = 0; n < 5; n += 1)
      expect(await here.authenticators.confirm(ana.id, '000000')).toEqual({ outcome: 'wrong' });
    expect((await here.authenticators.confirm(ana.id, here.code(secret))).outcome).toBe('unknown');
    const again = await begin();
    expect((await here.authenticators.confirm(ana.id, here.code(again.secret))).outcome).toBe('done');
  });

  it('ends with the sessions: what somebody else began is worth nothing once the password is changed', async () => {
    const { secret } = await begin();
    await here.accounts.setPassword(ana.id, 'another long password of hers');
    expect((await here.authenticators.confirm(ana.id, here.code(secret))).outcome).toBe('unknown');
  });

  it('is asked for with the password and a code that is used up, or a recovery code', async () => {
    const prove = async (password: string, code: string) =>
      here.signIn.confirmWithCode(await account(), password, code);
    const code = here.code(ana.secret);
    expect(await prove('not my password here', code)).toBe('wrong');
    expect(await prove(PASSWORD, '')).toBe('wrong');
    expect(await prove(PASSWORD, code)).toBe('right');
    expect(await prove(PASSWORD, code)).toBe('wrong');
    expect(await prove(PASSWORD, ana.recoveryCodes[1] ?? '')).toBe('right');
    expect(await prove(PASSWORD, ana.recoveryCodes[1] ?? '')).toBe('wrong');
    for (let n = 0; n < 10; n += 1) await prove(PASSWORD, '000000');
    expect(await prove(PASSWORD, here.code(ana.secret))).toEqual({ waitSeconds: expect.any(Number) });
  });
});

describe('new recovery codes', () => {
  it('open the account, and the ones before do not', async () => {
    const codes = (await here.authenticators.renewRecoveryCodes(ana.id)) ?? [];
    expect(codes).toHaveLength(10);
    expect((await enter(ana.recoveryCodes[0] ?? '')).outcome).toBe('wrong');
    expect((await enter(codes[0] ?? '')).outcome).toBe('signed-in');
    expect(await here.authenticators.renewRecoveryCodes('nobody')).toBeUndefined();
  });
});
