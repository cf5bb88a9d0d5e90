import type { AccountStore, StoredAccount } from '../../hotline/ports.ts';

/** Accounts in this process's memory. */
export function createMemoryAccountStore(): AccountStore {
  const accounts = new Map<string, StoredAccount>();
  const seen = new Map<string, number>();
  const withLogin = (login: string) => [...accounts.values()].find((account) => account.login === login);
  return {
    async add(account) {
      if (withLogin(account.login) !== undefined) return false;
      accounts.set(account.id, structuredClone(account));
      return true;
    },
    get: async (id) => structuredClone(accounts.get(id)),
    withLogin: async (login) => structuredClone(withLogin(login)),
    list: async () => structuredClone([...accounts.values()]),
    async replace(account) {
      if (accounts.get(account.id)?.revision !== account.revision - 1) return false;
      accounts.set(account.id, structuredClone(account));
      return true;
    },
    noteSeen: async (id, at) => void seen.set(id, at),
    lastSeen: async () => Object.fromEntries(seen),
  };
}
