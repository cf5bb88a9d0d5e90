import type { AccountStore, Clock } from '../ports.ts';
import type { Vault } from '../vault.ts';
import type { Role } from './account.ts';
import { hashPassword } from './passwords.ts';

export interface DemoAccount {
  login: string;
  password: string;
  name: string;
  roles: Role[];
}

/** Anyone can read it here, so that it opens nothing but a demo. */
const PASSWORD = 'lantern demo door';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: 'ana', name: 'Ana', roles: ['advocate'] },
  { login: 'ben', name: 'Ben', roles: ['advocate'] },
  { login: 'sol', name: 'Sol', roles: ['advocate', 'supervisor'] },
  { login: 'olu', name: 'Olu', roles: ['operator'] },
  { login: 'ada', name: 'Ada', roles: ['admin'] },
].map((account) => ({ ...account, roles: account.roles as Role[], password: PASSWORD }));

/** Makes the demo's accounts where they are not there yet. They have no second factor, and a live line does not let them in. */
export async function makeDemoAccounts({ clock, store, vault }: { clock: Clock; store: AccountStore; vault: Vault }) {
  const known = new Set((await store.list()).map(({ login }) => login));
  const passwordHash = await hashPassword(PASSWORD);
  for (const { login, name, roles } of DEMO_ACCOUNTS) {
    if (known.has(login)) continue;
    await store.add({
      ...{ id: `demo-${login}`, revision: 1, epoch: 1, login, name, roles, passwordHash, status: 'active' },
      ...{ languages: ['en', 'es'], skills: login === 'ben' ? ['minors'] : [], shift: 'off', loadCap: 4 },
      ...{ keyId: await vault.newKey(), recovery: [], createdAt: clock.now() },
      settings: { language: 'en', sound: true, onCallConsent: false },
    });
  }
}
