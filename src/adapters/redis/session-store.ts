import type { SessionStore } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';

/** Sign-ins in Redis, each under a key that ends with it. */
export function createRedisSessionStore(connection: Connection): SessionStore {
  const key = (id: string) => `{desk}session:${id}`;
  return {
    async put(id, session, ttlMs) {
      await connection.set(key(id), JSON.stringify(session), 'PX', ttlMs);
    },
    async get(id) {
      const stored = await connection.get(key(id));
      return stored === null ? undefined : JSON.parse(stored);
    },
    renew: async (id, session, ttlMs) =>
      (await connection.set(key(id), JSON.stringify(session), 'PX', ttlMs, 'XX')) === 'OK',
    async end(id) {
      await connection.del(key(id));
    },
  };
}
