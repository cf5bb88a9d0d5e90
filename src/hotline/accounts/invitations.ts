import { createHash, randomBytes } from 'node:crypto';
import type { AccountStore, Clock, StoredAccount } from '../ports.ts';
import type { Vault } from '../vault.ts';
import type { Role } from './account.ts';
import { changeAccount } from './change-account.ts';
import { hashPassword, type PasswordFault, passwordFault } from './passwords.ts';
import { newAuthenticator, newRecoveryCodes, stepOfCode } from './second-factor.ts';
import { totpPlace } from './sign-in.ts';

/** Long enough for a weekend. */
const VALID_MS = 72 * 3_600_000;

export interface NewAccount {
  login: string;
  name: string;
  roles: Role[];
  languages: string[];
  skills: string[];
  loadCap: number;
}

/** `token` opens the account once. It is shown to whoever invites, and only a hash of it is kept. */
export interface Invited {
  account: string;
  token: string;
  expiresAt: number;
}

export interface Invitations {
  /** Undefined when the login is taken. */
  invite(details: NewAccount): Promise<Invited | undefined>;
  /** Takes password, authenticator and open sessions away and invites again. Undefined when there is no such account. */
  reset(account: string): Promise<Invited | undefined>;
  /** First half: a password is chosen, an authenticator given. It may be done again until the second half. */
  accept(
    token: string,
    password: string,
  ): Promise<
    | { outcome: 'done'; account: string; secret: string; uri: string }
    | { outcome: 'unknown' }
    | { outcome: 'weak'; account: string; fault: PasswordFault }
  >;
  /** Second half: a code of that authenticator opens the account. */
  confirm(
    token: string,
    code: string,
  ): Promise<
    | { outcome: 'done'; account: string; recoveryCodes: string[] }
    | { outcome: 'unknown' }
    | { outcome: 'wrong'; account: string }
  >;
}

export function createInvitations(deps: {
  clock: Clock;
  store: AccountStore;
  vault: Vault;
  /** The line's name: in the authenticator, and in no password. */
  programme: string;
  /** Told after the sessions of an account have ended. */
  revoked(account: string): Promise<void>;
}): Invitations {
  const { clock, store, vault, programme } = deps;

  function newToken(account: string): { invited: Invited; hash: string } {
    const token = `${account}.${randomBytes(32).toString('base64url')}`;
    return { invited: { account, token, expiresAt: clock.now() + VALID_MS }, hash: hashOf(token) };
  }

  function isOpen({ status, invitation }: StoredAccount, token: string): boolean {
    return status === 'invited' && invitation?.hash === hashOf(token) && invitation.expiresAt > clock.now();
  }

  return {
    async invite({ login, ...details }) {
      const id = randomBytes(9).toString('hex');
      const { invited, hash } = newToken(id);
      const added = await store.add({
        ...{ ...details, id, login: login.toLowerCase(), revision: 1, epoch: 1, status: 'invited', shift: 'off' },
        ...{ keyId: await vault.newKey(), recovery: [], createdAt: clock.now() },
        invitation: { hash, expiresAt: invited.expiresAt },
        settings: { language: 'en', sound: true, onCallConsent: false },
      });
      return added ? invited : undefined;
    },

    async reset(account) {
      const { invited, hash } = newToken(account);
      const changed = await changeAccount(store, account, (before) => {
        const { passwordHash: _p, totp: _t, totpStep: _s, subject: _o, ...left } = before;
        const invitation = { hash, expiresAt: invited.expiresAt };
        return { ...left, status: 'invited', shift: 'off', recovery: [], epoch: before.epoch + 1, invitation };
      });
      if (changed === undefined) return undefined;
      await deps.revoked(account);
      return invited;
    },

    async accept(token, password) {
      const id = accountOf(token);
      const account = await store.get(id);
      if (account === undefined || !isOpen(account, token)) return { outcome: 'unknown' };
      const fault = passwordFault(password, [account.login, account.name, programme]);
      if (fault !== undefined) return { outcome: 'weak', account: id, fault };
      const passwordHash = await hashPassword(password);
      const { secret, uri } = newAuthenticator(account.login, programme);
      const totp = (await vault.seal(account.keyId, secret, totpPlace(id))).toString('base64');
      const changed = await changeAccount(store, id, (standing) =>
        standing.invitation && isOpen(standing, token)
          ? { ...standing, invitation: { ...standing.invitation, passwordHash, totp } }
          : undefined,
      );
      return changed === undefined ? { outcome: 'unknown' } : { outcome: 'done', account: id, secret, uri };
    },

    async confirm(token, code) {
      const id = accountOf(token);
      let open = false;
      const { codes, hashes } = newRecoveryCodes();
      const changed = await changeAccount(store, id, async (account) => {
        const { invitation, ...standing } = account;
        const { passwordHash, totp } = invitation ?? {};
        open = isOpen(account, token) && passwordHash !== undefined;
        if (!open || passwordHash === undefined || totp === undefined) return undefined;
        const secret = await vault.open(account.keyId, Buffer.from(totp, 'base64'), totpPlace(id));
        const totpStep = stepOfCode(secret, code, clock.now(), undefined);
        if (totpStep === undefined) return undefined;
        return { ...standing, status: 'active', passwordHash, totp, totpStep, recovery: hashes };
      });
      if (changed !== undefined) return { outcome: 'done', account: id, recoveryCodes: codes };
      return open ? { outcome: 'wrong', account: id } : { outcome: 'unknown' };
    },
  };
}

function accountOf(token: string): string {
  return token.slice(0, token.indexOf('.'));
}

function hashOf(token: string): string {
  return createHash('sha256').update(`invitation:${token}`).digest('base64url');
}
