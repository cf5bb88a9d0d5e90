import { generateSync } from 'otplib';
import { createMemoryAccountStore } from '../../../src/adapters/memory/account-store.ts';
import { createMemoryKeyStore } from '../../../src/adapters/memory/key-store.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rate-limits.ts';
import { createMemorySessionStore } from '../../../src/adapters/memory/session-store.ts';
import type { Role } from '../../../src/hotline/accounts/account.ts';
import { openAccounts } from '../../../src/hotline/accounts/open-accounts.ts';
import type { isPassword as compare } from '../../../src/hotline/accounts/passwords.ts';
import { createSignIn } from '../../../src/hotline/accounts/sign-in.ts';
import { newKeyring } from '../../../src/hotline/keyring.ts';
import { createVault } from '../../../src/hotline/vault.ts';
import { handClock } from '../samples.ts';

export const PASSWORD = 'nine brown herons stand here';

/** All about the staff, in memory, on a clock of the test's own. */
export function office({ secondFactor = true } = {}) {
  const clock = handClock();
  const keyring = newKeyring();
  const store = createMemoryAccountStore();
  const vault = createVault({ keyring, keyStore: createMemoryKeyStore() });
  const revoked: string[] = [];
  const deps = {
    ...{ clock, store, vault, secondFactor, key: keyring.audit, programme: 'BeFree Textline' },
    ...{ limits: createMemoryRateLimits(), sessionStore: createMemorySessionStore(clock.now) },
    revoked: async (account: string) => void revoked.push(account),
  };
  const made = openAccounts(deps);
  const details = (login: string, roles: Role[] = ['advocate']) => {
    return { login, name: login.toUpperCase(), roles, languages: ['en'], skills: [], loadCap: 4 };
  };

  return {
    ...{ clock, store, vault, revoked, details },
    ...made,
    signInWith: (isPassword: typeof compare) => createSignIn({ ...deps, isPassword }),
    code: (secret: string) => generateSync({ secret, epoch: Math.floor(clock.now() / 1000) }),
    pass(ms: number) {
      clock.time += ms;
    },
    /** Through the whole invitation. */
    async enlist(login: string, roles?: Role[]) {
      const token = (await made.invitations.invite(details(login, roles)))?.token ?? '';
      const accepted = await made.invitations.accept(token, PASSWORD);
      if (accepted.outcome !== 'done') throw new Error(accepted.outcome);
      const confirmed = await made.invitations.confirm(token, this.code(accepted.secret));
      if (confirmed.outcome !== 'done') throw new Error(confirmed.outcome);
      clock.time += 60_000;
      return { id: accepted.account, token, secret: accepted.secret, recoveryCodes: confirmed.recoveryCodes };
    },
  };
}

export type Office = ReturnType<typeof office>;
