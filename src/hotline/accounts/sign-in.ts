import { createHmac } from 'node:crypto';
import type { AccountStore, Clock, Limit, RateLimits, StoredAccount } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { changeAccount } from './change-account.ts';
import { isPassword as compare } from './passwords.ts';
import { hashOfRecoveryCode, stepOfCode } from './second-factor.ts';

/**
 * Tries at one account from one address, then from everywhere, then at any account from one address. The second is wide,
 * for whoever knows a login could keep its owner out by it; NIST SP 800-63B-4, 3.2.2 has 100 as the most.
 */
const HERE: Limit = { most: 10, seconds: 900 };
const EVERYWHERE: Limit = { most: 100, seconds: 900 };
const BY_ADDRESS: Limit = { most: 60, seconds: 900 };

export type SignInResult =
  | { outcome: 'signed-in'; account: StoredAccount }
  | { outcome: 'code-needed' }
  /** `about`: whose account it was, for the audit alone. */
  | { outcome: 'wrong'; about?: string }
  | { outcome: 'wait'; seconds: number; about?: string };

export interface SignIn {
  /** @param address of the caller, where one can be known */
  password(tried: {
    login: string;
    password: string;
    code?: string | undefined;
    address: string | undefined;
  }): Promise<SignInResult>;
  /** The same check for somebody who is signed in and confirms a change. */
  confirm(account: StoredAccount, password: string): Promise<'right' | 'wrong' | { waitSeconds: number }>;
  /** The same with a code too, which is used up: for a change of what the codes come from. */
  confirmWithCode(
    account: StoredAccount,
    password: string,
    code: string,
  ): Promise<'right' | 'wrong' | { waitSeconds: number }>;
}

/** Says the same, after the same work, whether the account, the password or the code was wrong. */
export function createSignIn(deps: {
  clock: Clock;
  store: AccountStore;
  limits: RateLimits;
  vault: Vault;
  /** The keyring's audit key, base64: what is tried is counted under pseudonyms. */
  key: string;
  /** Only the demo's accounts open without. */
  secondFactor: boolean;
  /** Replaced only by the test that counts how often it is asked. */
  isPassword?: typeof compare;
}): SignIn {
  const { clock, store, limits, vault, secondFactor, isPassword = compare } = deps;
  const pseudonym = (text: string) => createHmac('sha256', deps.key).update(`try:${text}`).digest('base64url');

  const keysOf = (login: string, account: StoredAccount | undefined, address = '') => {
    const name = account?.unlockedAt === undefined ? login : `${login} ${account.unlockedAt}`;
    return { here: pseudonym(`${name} ${address}`), everywhere: pseudonym(name), address: pseudonym(address) };
  };

  async function mustWait(
    login: string,
    account: StoredAccount | undefined,
    address: string | undefined,
  ): Promise<number> {
    const keys = keysOf(login, account, address);
    const tries = [
      ...(address === undefined ? [] : [['address', BY_ADDRESS, keys.address] as const]),
      ['account-here', HERE, keys.here] as const,
      ['account', EVERYWHERE, keys.everywhere] as const,
    ];
    for (const [name, limit, key] of tries) {
      const ms = await limits.take(name, limit, key);
      // What is stopped here must not count further on: one address alone could use up the tries from everywhere.
      if (ms > 0) return Math.ceil(ms / 1_000);
    }
    return 0;
  }

  async function forgive(account: StoredAccount, address: string | undefined): Promise<void> {
    const keys = keysOf(account.login, account, address);
    await limits.forgive('account-here', HERE, keys.here);
    await limits.forgive('account', EVERYWHERE, keys.everywhere);
  }

  /** Uses the code up: of two who bring the same one, the second is refused. */
  function spendCode(known: StoredAccount, code: string | undefined): Promise<StoredAccount | undefined> {
    return changeAccount(store, known.id, async (account) => {
      if (account.status !== 'active' || account.passwordHash !== known.passwordHash) return undefined;
      if (account.totp === undefined) return secondFactor ? undefined : account;
      if (code === undefined) return undefined;
      const secret = await vault.open(account.keyId, Buffer.from(account.totp, 'base64'), totpPlace(account.id));
      const step = stepOfCode(secret, code, clock.now(), account.totpStep);
      if (step !== undefined) return { ...account, totpStep: step };
      const hash = hashOfRecoveryCode(code);
      if (!account.recovery.includes(hash)) return undefined;
      return { ...account, recovery: account.recovery.filter((left) => left !== hash) };
    });
  }

  async function confirm(account: StoredAccount, password: string, besides: () => Promise<boolean>) {
    const waitSeconds = await mustWait(account.login, account, undefined);
    if (waitSeconds > 0) return { waitSeconds };
    if (!(await isPassword(account.passwordHash, password)) || !(await besides())) return 'wrong' as const;
    await forgive(account, undefined);
    return 'right' as const;
  }

  return {
    async password({ login, password, code, address }) {
      const name = login.toLowerCase();
      const found = await store.withLogin(name);
      const account = found && opensWithPassword(found, secondFactor) ? found : undefined;
      if (code === undefined && (account === undefined || account.totp !== undefined))
        return { outcome: 'code-needed' };
      const about = found && { about: found.id };
      const seconds = await mustWait(name, found, address);
      if (seconds > 0) return { outcome: 'wait', seconds, ...about };
      const right = await isPassword(account?.passwordHash, password);
      const signedIn = account && right ? await spendCode(account, code) : undefined;
      if (signedIn === undefined) return { outcome: 'wrong', ...about };
      await forgive(signedIn, address);
      return { outcome: 'signed-in', account: signedIn };
    },

    confirm: (account, password) => confirm(account, password, async () => true),

    confirmWithCode: (account, password, code) =>
      confirm(account, password, async () => (await spendCode(account, code)) !== undefined),
  };
}

/** Where the authenticator's secret of an account is sealed. */
export function totpPlace(account: string): string {
  return `account/${account}/totp`;
}

function opensWithPassword({ status, passwordHash, totp }: StoredAccount, secondFactor: boolean): boolean {
  return status === 'active' && passwordHash !== undefined && (totp !== undefined || !secondFactor);
}
