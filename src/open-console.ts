import path from 'node:path';
import { createSingleSignOn, type OpenIdOptions } from './adapters/openid/single-sign-on.ts';
import type { Stores } from './adapters/redis/open-stores.ts';
import { DEMO_ACCOUNTS, makeDemoAccounts } from './hotline/accounts/demo-accounts.ts';
import { openAccounts } from './hotline/accounts/open-accounts.ts';
import { createSignOn, SIGN_ON_RETURN } from './hotline/accounts/sign-on.ts';
import { createAudit } from './hotline/audit/audit.ts';
import { createAuditTrail } from './hotline/audit/audit-trail.ts';
import { createAuditReader } from './hotline/audit/read-audit.ts';
import type { DeskService } from './hotline/desk/desk-service.ts';
import type { Roster } from './hotline/desk/roster.ts';
import type { Keyring } from './hotline/keyring.ts';
import type { Clock, Log } from './hotline/ports.ts';
import type { Vault } from './hotline/vault.ts';
import type { ConsoleDeps } from './http/console-deps.ts';

/** What the console stands on besides the line itself. */
export interface ConsoleOptions {
  mode: 'demo' | 'live';
  publicUrl: string;
  proxies: number;
  openid?: Omit<OpenIdOptions, 'redirectUri'>;
  clock: Clock;
  keyring: Keyring;
  log: Log;
  vault: Vault;
  stores: Stores;
  /** Of the line's profile: the programme's name, and the languages in which it talks. */
  programme: string;
  languages: string[];
  /** Opens the desk over the staff. */
  openDesk(roster: Roster): DeskService;
}

const FILES = path.join(import.meta.dirname, '..', 'dist', 'console');

/** Puts together what advocates and operators work with. In demo mode its accounts are made. */
export async function openConsole(options: ConsoleOptions): Promise<ConsoleDeps> {
  const { mode, clock, keyring, log, vault, stores, programme, publicUrl, proxies, languages } = options;
  const demo = mode === 'demo';
  const { accounts: store, limits } = stores;
  const office = openAccounts({
    ...{ clock, store, limits, vault, programme, key: keyring.audit, secondFactor: !demo },
    sessionStore: stores.sessions,
    revoked: (account) => desk.events.append({ type: 'account', account }),
  });
  const desk = options.openDesk(office.accounts);
  if (demo) await makeDemoAccounts({ clock, store, vault });
  const audit = createAudit({ clock, store: stores.audit, anchor: stores.auditAnchor, key: keyring.audit });
  const provider = options.openid && createSingleSignOn({ ...options.openid, redirectUri: publicUrl + SIGN_ON_RETURN });
  return {
    ...{ ...office, desk, publicUrl, proxies, files: FILES },
    signOn: provider && createSignOn({ provider, store, log }),
    audit: createAuditTrail({ audit, limits, log }),
    auditReader: createAuditReader(stores.audit),
    about: { programme, mode, languages, ...(demo && { demoAccounts: [...DEMO_ACCOUNTS] }) },
  };
}
