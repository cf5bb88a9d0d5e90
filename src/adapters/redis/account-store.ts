import type { AccountStore, StoredAccount } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import type { Scripts } from './load-scripts.ts';

const ACCOUNTS = '{desk}accounts';
const LOGINS = '{desk}logins';
const SEEN = '{desk}accounts-seen';

/** Accounts in Redis: one hash of `revision JSON` by id, one of ids by login, one of last sights. */
export function createRedisAccountStore(connection: Connection, scripts: Scripts): AccountStore {
  const put = async (account: StoredAccount) => {
    const args = [account.id, account.login, account.revision, JSON.stringify(account)];
    return (await scripts.run('account-put', [ACCOUNTS, LOGINS], args)) === 1;
  };
  const get = async (id: string) => {
    const stored = await connection.hget(ACCOUNTS, id);
    return stored === null ? undefined : read(stored);
  };
  return {
    add: (account) => put({ ...account, revision: 1 }),
    get,
    async withLogin(login) {
      const id = await connection.hget(LOGINS, login);
      return id === null ? undefined : get(id);
    },
    list: async () => (await connection.hvals(ACCOUNTS)).map(read),
    replace: put,
    async noteSeen(id, at) {
      await connection.hset(SEEN, id, at);
    },
    async lastSeen() {
      const seen = Object.entries(await connection.hgetall(SEEN));
      return Object.fromEntries(seen.map(([id, at]) => [id, Number(at)]));
    },
  };
}

function read(stored: string): StoredAccount {
  return JSON.parse(stored.slice(stored.indexOf(' ') + 1));
}
