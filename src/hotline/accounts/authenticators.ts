import type { AccountStore, Clock, StoredAccount } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { changeAccount } from './change-account.ts';
import { newAuthenticator, newRecoveryCodes, stepOfCode } from './second-factor.ts';
import { totpPlace } from './sign-in.ts';

/** As long as it takes to scan a picture. */
const VALID_MS = 15 * 60_000;
/** Wrong codes before it must be begun anew: whoever has a session and nothing else could go on guessing. */
const MOST_TRIES = 5;

/** A new phone, or codes that may have been seen: for whoever has just shown that the account is theirs. */
export interface Authenticators {
  /** The one in use stays so until the new one has given its first code. Undefined when there is no such account. */
  begin(account: string): Promise<{ secret: string; uri: string } | undefined>;
  /**
   * Ends every session of the account, the asking one too. `unknown`: nothing was begun, or too long ago, or the account's
   * sessions were ended since.
   */
  confirm(
    account: string,
    code: string,
  ): Promise<{ outcome: 'done'; account: StoredAccount; recoveryCodes: string[] } | { outcome: 'wrong' | 'unknown' }>;
  /** The ones before open nothing any more. Undefined when there is no such account. */
  renewRecoveryCodes(account: string): Promise<string[] | undefined>;
}

export function createAuthenticators(deps: {
  clock: Clock;
  store: AccountStore;
  vault: Vault;
  /** The line's name: in the authenticator. */
  programme: string;
  /** Told after the sessions of an account have ended. */
  revoked(account: string): Promise<void>;
}): Authenticators {
  const { clock, store, vault, programme } = deps;
  return {
    async begin(id) {
      const account = await store.get(id);
      if (account === undefined) return undefined;
      const { secret, uri } = newAuthenticator(account.login, programme);
      const totp = (await vault.seal(account.keyId, secret, totpPlace(id))).toString('base64');
      const renewal = { totp, expiresAt: clock.now() + VALID_MS, epoch: account.epoch, tries: 0 };
      const changed = await changeAccount(store, id, (standing) => ({ ...standing, renewal }));
      return changed && { secret, uri };
    },

    async confirm(id, code) {
      const { codes, hashes } = newRecoveryCodes();
      const changed = await changeAccount(store, id, async ({ renewal, ...account }) => {
        if (renewal === undefined || renewal.epoch !== account.epoch || renewal.tries >= MOST_TRIES) return undefined;
        if (renewal.expiresAt <= clock.now()) return undefined;
        const secret = await vault.open(account.keyId, Buffer.from(renewal.totp, 'base64'), totpPlace(id));
        const totpStep = stepOfCode(secret, code, clock.now(), undefined);
        if (totpStep === undefined) return { ...account, renewal: { ...renewal, tries: renewal.tries + 1 } };
        return { ...account, totp: renewal.totp, totpStep, recovery: hashes, epoch: account.epoch + 1 };
      });
      if (changed === undefined) return { outcome: 'unknown' };
      if (changed.renewal !== undefined) return { outcome: 'wrong' };
      await deps.revoked(id);
      return { outcome: 'done', account: changed, recoveryCodes: codes };
    },

    async renewRecoveryCodes(id) {
      const { codes, hashes } = newRecoveryCodes();
      const changed = await changeAccount(store, id, (account) => ({ ...account, recovery: hashes }));
      return changed && codes;
    },
  };
}
