import type { Presence } from '../../hotline/ports.ts';

const DAY_MS = 86_400_000;

/** Whose console is open, in this process's memory. `storeNow` is the clock that beats run on. */
export function createMemoryPresence(storeNow: () => number = Date.now): Presence {
  const beats = new Map<string, number>();
  return {
    async beat(account) {
      beats.set(account, storeNow());
    },

    async left(account) {
      beats.delete(account);
    },

    async seen() {
      const now = storeNow();
      return new Map(
        [...beats].map(([account, at]) => [account, now - at] as const).filter(([, ago]) => ago <= DAY_MS),
      );
    },
  };
}
