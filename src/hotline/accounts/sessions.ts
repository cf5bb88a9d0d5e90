import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { AccountStore, Clock, SessionStore, StoredAccount } from '../ports.ts';

/** NIST SP 800-63B-4, 2.2.3: at most an hour without a sign of life and 24 in all; a desk can be stricter. */
const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
/** A sign of life is written down this often: every request would be a write. */
const RENEW_EVERY_MS = 60_000;

export interface Sessions {
  /** Returns what the browser keeps: 256 random bits, of which only a hash is stored. */
  open(account: StoredAccount): Promise<string>;
  /** Who is signed in, as the account stands now. Undefined when the session has ended, for whatever reason. */
  read(token: string): Promise<StoredAccount | undefined>;
  end(token: string): Promise<void>;
}

/** A session ends when it is signed out, idle or old, and with any change of its account that raises the epoch. */
export function createSessions(deps: { clock: Clock; store: SessionStore; accounts: AccountStore }): Sessions {
  const { clock, store, accounts } = deps;
  return {
    async open(account) {
      const token = randomBytes(32).toString('base64url');
      const now = clock.now();
      await store.put(idOf(token), { account: account.id, epoch: account.epoch, openedAt: now, seenAt: now }, IDLE_MS);
      await accounts.noteSeen(account.id, now);
      return token;
    },

    async read(token) {
      const id = idOf(token);
      const session = await store.get(id);
      if (session === undefined) return undefined;
      const now = clock.now();
      const left = session.openedAt + LONGEST_MS - now;
      const account = await accounts.get(session.account);
      const stands = account?.status === 'active' && account.epoch === session.epoch;
      if (!stands || left <= 0 || now - session.seenAt >= IDLE_MS) {
        await store.end(id);
        return undefined;
      }
      if (now - session.seenAt >= RENEW_EVERY_MS) {
        const renewed = await store.renew(id, { ...session, seenAt: now }, Math.min(IDLE_MS, left));
        if (!renewed) return undefined;
        await accounts.noteSeen(account.id, now);
      }
      return account;
    },

    end: (token) => store.end(idOf(token)),
  };
}

/** What every request that changes something must bring besides the cookie, which a foreign page could make a browser send. */
export function csrfOf(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('base64url');
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
