import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Office, office, PASSWORD } from './office.ts';

let here: Office;
beforeEach(() => {
  here = office();
});
const HOUR = 3_600_000;
const invite = async () => (await here.invitations.invite(here.details('ana')))?.token ?? '';

describe('an invitation', () => {
  it('opens an account in two steps, once', async () => {
    const token = await invite();
    expect(token.split('.')[1]).toMatch(/^[\w-]{43}$/);
    const accepted = await here.invitations.accept(token, PASSWORD);
    if (accepted.outcome !== 'done') throw new Error(accepted.outcome);
    expect(await here.invitations.confirm(token, '000000')).toMatchObject({ outcome: 'wrong' });
    const confirmed = await here.invitations.confirm(token, here.code(accepted.secret));
    expect(confirmed).toMatchObject({ outcome: 'done', recoveryCodes: { length: 10 } });
    expect(await here.invitations.confirm(token, here.code(accepted.secret))).toEqual({ outcome: 'unknown' });
    expect(await here.invitations.accept(token, PASSWORD)).toEqual({ outcome: 'unknown' });
    const stored = await here.store.get(accepted.account);
    expect(stored).toMatchObject({ status: 'active', recovery: { length: 10 } });
    expect(JSON.stringify(stored)).not.toContain(accepted.secret);
    expect(JSON.stringify(stored)).not.toContain(token.split('.')[1]);
    expect(stored).not.toHaveProperty('invitation');
  });

  it('is good for 72 hours', async () => {
    const token = await invite();
    here.pass(72 * HOUR - 1);
    expect((await here.invitations.accept(token, PASSWORD)).outcome).toBe('done');
    here.pass(1);
    expect((await here.invitations.accept(token, PASSWORD)).outcome).toBe('unknown');
    expect((await here.invitations.confirm(token, '123456')).outcome).toBe('unknown');
  });

  it('opens for nothing else: no other token, no code without a password first', async () => {
    const token = await invite();
    const [account] = token.split('.');
    for (const other of [
      '',
      '.',
      'x',
      `${account}.`,
      `${account}.${'A'.repeat(43)}`,
      `nobody.${token.split('.')[1]}`,
    ]) {
      expect(await here.invitations.accept(other, PASSWORD)).toEqual({ outcome: 'unknown' });
      expect(await here.invitations.confirm(other, '123456')).toEqual({ outcome: 'unknown' });
    }
    expect(await here.invitations.confirm(token, '123456')).toEqual({ outcome: 'unknown' });
  });

  it('takes no password that is weak, and says why', async () => {
    const token = await invite();
    expect(await here.invitations.accept(token, 'short')).toMatchObject({ outcome: 'weak', fault: 'too-short' });
    expect(await here.invitations.accept(token, 'BeFree Textline')).toMatchObject({
      outcome: 'weak',
      fault: 'guessable',
    });
  });

  it('is made for a login once, however it is written', async () => {
    await invite();
    expect(await here.invitations.invite(here.details('ANA'))).toBeUndefined();
  });

  it('made anew takes away what was there before', async () => {
    const ana = await here.enlist('ben');
    const again = await here.invitations.reset(ana.id);
    expect(here.revoked).toEqual([ana.id]);
    const stored = await here.store.get(ana.id);
    expect(stored).toMatchObject({ status: 'invited', recovery: [], epoch: 2 });
    for (const gone of ['passwordHash', 'totp', 'subject']) expect(stored).not.toHaveProperty(gone);
    expect((await here.invitations.accept(again?.token ?? '', PASSWORD)).outcome).toBe('done');
    expect(await here.invitations.reset('nobody')).toBeUndefined();
  });
});
