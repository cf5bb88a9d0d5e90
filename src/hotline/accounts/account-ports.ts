import type { MySettings, Role, Shift } from './account.ts';

/** A member of the staff as stored. What is secret or personal is sealed under a data key of the account's own. */
export interface StoredAccount {
  id: string;
  /** Rises by one with every change: of two who change at once, one must look again. */
  revision: number;
  /** Lower case; an address where single sign-on is used. It never changes. */
  login: string;
  name: string;
  roles: Role[];
  languages: string[];
  skills: string[];
  shift: Shift;
  /** Since when. */
  shiftAt?: number;
  loadCap: number;
  settings: Pick<MySettings, 'language' | 'sound' | 'onCallConsent'>;
  status: 'invited' | 'active' | 'disabled';
  /** A session opened under an earlier one has ended. */
  epoch: number;
  keyId: string;
  passwordHash?: string;
  /** Sealed secret of the authenticator, base64. */
  totp?: string;
  /** The last time step whose code was used: none up to it counts again. */
  totpStep?: number;
  /** Hashes of the recovery codes that are left. */
  recovery: string[];
  /** An authenticator that is to take the place of the other waits here for its first code. */
  renewal?: { totp: string; expiresAt: number; epoch: number; tries: number };
  /** Tries at its password are counted anew since then: an admin said so. */
  unlockedAt?: number;
  /** Sealed E.164, base64. */
  onCallNumber?: string;
  /** The password and authenticator that an invited person has chosen wait here for the first code. */
  invitation?: { hash: string; expiresAt: number; passwordHash?: string; totp?: string };
  /** Who they are to the single sign-on provider. */
  subject?: { issuer: string; subject: string };
  createdAt: number;
}

export interface AccountStore {
  /** False when the login is taken. */
  add(account: StoredAccount): Promise<boolean>;
  get(id: string): Promise<StoredAccount | undefined>;
  withLogin(login: string): Promise<StoredAccount | undefined>;
  list(): Promise<StoredAccount[]>;
  /** Puts it in the place of the revision just before its own; false when that one is not there any more. */
  replace(account: StoredAccount): Promise<boolean>;
  /** Somebody was there. It is no change of the account: nobody who changes one has to look again for it. */
  noteSeen(id: string, at: number): Promise<void>;
  /** When each was there last, by id. */
  lastSeen(): Promise<Record<string, number>>;
}

export interface StoredSession {
  account: string;
  epoch: number;
  openedAt: number;
  seenAt: number;
}

/** Open sign-ins by the hash of what the browser holds. The store forgets one `ttlMs` after it was last written. */
export interface SessionStore {
  put(id: string, session: StoredSession, ttlMs: number): Promise<void>;
  get(id: string): Promise<StoredSession | undefined>;
  /** Writes only what is still there: a session that was ended stays ended. */
  renew(id: string, session: StoredSession, ttlMs: number): Promise<boolean>;
  end(id: string): Promise<void>;
}

/** How often something may be tried in how long. */
export interface Limit {
  most: number;
  seconds: number;
}

/** Tries at what can be guessed, counted over all processes. Keys are hashes: no login or address is kept. */
export interface RateLimits {
  /** Counts one try. 0 when it is allowed, else the milliseconds to wait. */
  take(name: string, limit: Limit, key: string): Promise<number>;
  /** Takes all tries back: it was the right person. */
  forgive(name: string, limit: Limit, key: string): Promise<void>;
}

/** What a single sign-on provider vouches for. */
export interface Vouched {
  issuer: string;
  subject: string;
  /** Only when the provider has verified it. */
  email?: string;
}

/** OpenID Connect. `flow` is kept by the browser between the two steps. Both reject when the provider is away. */
export interface SingleSignOn {
  begin(): Promise<{ redirectTo: string; flow: SignOnFlow }>;
  /** `query` is what the provider sent the browser back with. Rejects too when it vouches for nobody, or not for this flow. */
  finish(query: string, flow: SignOnFlow): Promise<Vouched>;
}

export interface SignOnFlow {
  state: string;
  nonce: string;
  verifier: string;
}
