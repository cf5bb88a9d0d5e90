import type { AccountStore, Clock, RateLimits, SessionStore } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { type Authenticators, createAuthenticators } from './authenticators.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

/** Everything about the staff that stands on the same stores. */
export interface StaffOffice {
  accounts: Accounts;
  invitations: Invitations;
  sessions: Sessions;
  signIn: SignIn;
  authenticators: Authenticators;
}

export function openAccounts(deps: {
  clock: Clock;
  store: AccountStore;
  sessionStore: SessionStore;
  limits: RateLimits;
  vault: Vault;
  /** The keyring's audit key, base64. */
  key: string;
  programme: string;
  /** False in demo mode alone. */
  secondFactor: boolean;
  /** Told after the sessions of an account have ended. */
  revoked(account: string): Promise<void>;
}): StaffOffice {
  return {
    accounts: createAccounts(deps),
    invitations: createInvitations(deps),
    sessions: createSessions({ clock: deps.clock, store: deps.sessionStore, accounts: deps.store }),
    signIn: createSignIn(deps),
    authenticators: createAuthenticators(deps),
  };
}
