import { generateSync } from 'otplib';
import { openStores } from '../../../src/adapters/redis/open-stores.ts';
import type { Role } from '../../../src/hotline/accounts/account.ts';
import { openAccounts } from '../../../src/hotline/accounts/open-accounts.ts';
import { createVault } from '../../../src/hotline/vault.ts';
import type { RealLine } from '../../support/real-line.ts';

const PASSWORD = 'nine brown herons stand here';
const STEP_MS = 30_000;

/** Somebody with an account on a live line, made through a whole invitation, and how they sign in. */
export interface Enlisted {
  login: string;
  password: string;
  /** A code of the authenticator that was not used yet; good for one sign-in. */
  code(): string;
}

export async function enlist({ data, keys, keyring }: RealLine, login: string, roles: Role[]): Promise<Enlisted> {
  const stores = await openStores({
    redisUrls: [data.url],
    keystoreUrls: [keys.url],
    dataDir: data.dir,
    besideLine: true,
  });
  try {
    const { invitations } = openAccounts({
      ...{ clock: { now: Date.now }, store: stores.accounts, limits: stores.limits, sessionStore: stores.sessions },
      ...{ vault: createVault({ keyring, keyStore: stores.keyStore }), key: keyring.audit, programme: 'Lantern' },
      ...{ secondFactor: true, revoked: async () => {} },
    });
    const details = { login, name: login, roles, languages: ['en'], skills: [], loadCap: 4 };
    const token = (await invitations.invite(details))?.token ?? '';
    const accepted = await invitations.accept(token, PASSWORD);
    if (accepted.outcome !== 'done') throw new Error(accepted.outcome);
    const codeAt = (ms: number) => generateSync({ secret: accepted.secret, epoch: Math.floor(ms / 1000) });
    const confirmed = await invitations.confirm(token, codeAt(Date.now()));
    if (confirmed.outcome !== 'done') throw new Error(confirmed.outcome);
    // The step of now is spent; a phone's clock may be one step ahead.
    return { login, password: PASSWORD, code: () => codeAt(Date.now() + STEP_MS) };
  } finally {
    await stores.close();
  }
}
