import type { Presence } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK } from './desk-keys.ts';
import type { Scripts } from './load-scripts.ts';

/** Whose console is open, on Redis's own clock. */
export function createRedisPresence(connection: Connection, scripts: Scripts): Presence {
  return {
    async beat(account) {
      await scripts.run('desk-beat', [DESK.presence], [account]);
    },

    async left(account) {
      await connection.zrem(DESK.presence, account);
    },

    async seen() {
      const [now, pairs] = (await scripts.run('desk-seen', [DESK.presence], [])) as [number, string[]];
      const seen = new Map<string, number>();
      for (let n = 0; n < pairs.length; n += 2) seen.set(pairs[n] ?? '', now - Number(pairs[n + 1]));
      return seen;
    },
  };
}
