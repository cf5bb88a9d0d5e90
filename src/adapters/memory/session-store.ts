import type { SessionStore, StoredSession } from '../../hotline/ports.ts';

/** Sign-ins in this process's memory; times to live are counted on `now`. */
export function createMemorySessionStore(now: () => number = Date.now): SessionStore {
  const sessions = new Map<string, { session: StoredSession; until: number }>();
  const put = (id: string, session: StoredSession, ttlMs: number) =>
    void sessions.set(id, { session: { ...session }, until: now() + ttlMs });
  const get = (id: string) => {
    const held = sessions.get(id);
    return held !== undefined && held.until > now() ? { ...held.session } : undefined;
  };
  return {
    put: async (id, session, ttlMs) => put(id, session, ttlMs),
    get: async (id) => get(id),
    async renew(id, session, ttlMs) {
      if (get(id) === undefined) return false;
      put(id, session, ttlMs);
      return true;
    },
    end: async (id) => void sessions.delete(id),
  };
}
