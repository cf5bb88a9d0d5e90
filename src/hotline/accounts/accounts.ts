import type { Roster } from '../desk/roster.ts';
import type { AccountStore, Clock, StoredAccount } from '../ports.ts';
import type { Vault } from '../vault.ts';
import type { AccountView, Me, MySettings, Role, Shift } from './account.ts';
import { changeAccount } from './change-account.ts';
import { hashPassword, type PasswordFault, passwordFault } from './passwords.ts';

/** What an admin may change of somebody. */
export interface AccountChange {
  name?: string | undefined;
  roles?: Role[] | undefined;
  languages?: string[] | undefined;
  skills?: string[] | undefined;
  loadCap?: number | undefined;
  disabled?: boolean | undefined;
}

export interface SettingsChange {
  language?: MySettings['language'] | undefined;
  sound?: boolean | undefined;
  onCallNumber?: string | null | undefined;
  onCallConsent?: boolean | undefined;
}

/** The staff, but for how they get in. */
export interface Accounts extends Roster {
  me(account: StoredAccount): Promise<Me>;
  views(): Promise<AccountView[]>;
  /** Whatever changes what somebody may do ends their sessions. The last admin stays one. */
  change(id: string, change: AccountChange): Promise<'done' | 'unknown' | 'last-admin'>;
  /** Whoever has tried a wrong password too often may try again at once. False when there is no such account. */
  unlock(id: string): Promise<boolean>;
  /** Ends every session of the account, the asking one too. `account` is what stands after it. */
  setPassword(
    id: string,
    password: string,
  ): Promise<{ outcome: 'done'; account: StoredAccount } | { outcome: 'weak'; fault: PasswordFault }>;
  /** `bad-number` for what is no E.164, and for a consent without a number. */
  setSettings(id: string, change: SettingsChange): Promise<StoredAccount | 'bad-number'>;
  setShift(id: string, shift: Shift): Promise<StoredAccount>;
}

const E164 = /^\+[1-9]\d{6,14}$/;

export function createAccounts(deps: {
  clock: Clock;
  store: AccountStore;
  vault: Vault;
  programme: string;
  /** Told after the sessions of an account have ended. */
  revoked(account: string): Promise<void>;
}): Accounts {
  const { clock, store, vault, programme } = deps;

  async function must(id: string, change: (account: StoredAccount) => StoredAccount): Promise<StoredAccount> {
    const changed = await changeAccount(store, id, change);
    if (changed === undefined) throw new Error('An account that is signed in is gone.');
    return changed;
  }

  async function numberOf({ id, keyId, onCallNumber }: StoredAccount): Promise<string | undefined> {
    if (onCallNumber === undefined) return undefined;
    return vault.open(keyId, Buffer.from(onCallNumber, 'base64'), numberPlace(id));
  }

  return {
    async list() {
      const accounts = await store.list();
      return Promise.all(
        accounts.map(async (account) => {
          const { id, name, roles, languages, skills, loadCap, shift, shiftAt, status, settings } = account;
          const texted = status === 'active' && settings.onCallConsent ? await numberOf(account) : undefined;
          const since = shiftAt !== undefined && { shiftAt };
          const entry = { id, name, roles, languages, skills, loadCap, shift, ...since, language: settings.language };
          return { ...entry, disabled: status !== 'active', ...(texted !== undefined && { onCallNumber: texted }) };
        }),
      );
    },

    async me(account) {
      const { id, name, roles, languages, skills, shift, loadCap, settings } = account;
      const onCallNumber = await numberOf(account);
      const shown = { ...settings, ...(onCallNumber !== undefined && { onCallNumber }) };
      return { id, name, roles, languages, skills, shift, loadCap, settings: shown };
    },

    async views() {
      const seen = await store.lastSeen();
      return (await store.list()).map(({ invitation, subject, ...account }) => {
        const { id, login, name, roles, languages, skills, loadCap, status, shift } = account;
        const invited = invitation && { invitedUntil: invitation.expiresAt };
        const seenAt = seen[id];
        return {
          id,
          login,
          name,
          roles,
          languages,
          skills,
          loadCap,
          status,
          shift,
          sso: subject !== undefined,
          ...invited,
          ...(seenAt !== undefined && { seenAt }),
        };
      });
    },

    async change(id, { disabled, ...wanted }) {
      const others = (await store.list()).filter((account) => account.id !== id);
      let refused = false;
      let ended = false;
      const changed = await changeAccount(store, id, (account) => {
        const status = statusAfter(account, disabled);
        const next = { ...account, ...defined(wanted), status, ...(status !== 'active' && { shift: 'off' as const }) };
        refused = isAdmin(account) && !isAdmin(next) && !others.some(isAdmin);
        ended = status !== account.status || next.roles.toSorted().join() !== account.roles.toSorted().join();
        return refused ? undefined : { ...next, epoch: account.epoch + (ended ? 1 : 0) };
      });
      if (refused) return 'last-admin';
      if (changed === undefined) return 'unknown';
      if (ended) await deps.revoked(id);
      return 'done';
    },

    async unlock(id) {
      const unlocked = await changeAccount(store, id, (account) => ({ ...account, unlockedAt: clock.now() }));
      return unlocked !== undefined;
    },

    async setPassword(id, password) {
      const account = await store.get(id);
      const fault = passwordFault(password, [account?.login ?? '', account?.name ?? '', programme]);
      if (fault !== undefined) return { outcome: 'weak', fault };
      const passwordHash = await hashPassword(password);
      const changed = await must(id, (before) => ({ ...before, passwordHash, epoch: before.epoch + 1 }));
      await deps.revoked(id);
      return { outcome: 'done', account: changed };
    },

    async setSettings(id, { onCallNumber, onCallConsent, ...wanted }) {
      if (typeof onCallNumber === 'string' && !E164.test(onCallNumber)) return 'bad-number';
      const before = await store.get(id);
      const keyId = before?.keyId ?? '';
      const sealed = onCallNumber ? (await vault.seal(keyId, onCallNumber, numberPlace(id))).toString('base64') : null;
      let withoutNumber = false;
      const changed = await changeAccount(store, id, (account) => {
        const { onCallNumber: standing, ...rest } = account;
        const number = onCallNumber === undefined ? standing : (sealed ?? undefined);
        // Whoever agreed, agreed to be texted at that number.
        const consent = onCallConsent ?? (onCallNumber === undefined && account.settings.onCallConsent);
        withoutNumber = consent && number === undefined;
        const settings = { ...account.settings, ...defined(wanted), onCallConsent: consent };
        return withoutNumber ? undefined : { ...rest, settings, ...(number !== undefined && { onCallNumber: number }) };
      });
      if (withoutNumber || changed === undefined) return 'bad-number';
      return changed;
    },

    setShift: (id, shift) => must(id, (account) => ({ ...account, shift, shiftAt: clock.now() })),
  };
}

function statusAfter({ status, passwordHash, subject }: StoredAccount, disabled: boolean | undefined) {
  if (disabled === undefined) return status;
  if (disabled) return 'disabled';
  if (status !== 'disabled') return status;
  return passwordHash === undefined && subject === undefined ? 'invited' : 'active';
}

function isAdmin({ status, roles }: StoredAccount): boolean {
  return status === 'active' && roles.includes('admin');
}

function numberPlace(account: string): string {
  return `account/${account}/on-call`;
}

/** What was left out stays as it is. */
function defined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
