import type { Tallies } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK } from './desk-keys.ts';
import type { Scripts } from './load-scripts.ts';

/** An effect is said again until it is done, which a long outage may hold up. */
const KNOWN_MS = 7 * 86_400_000;

/** One small hash a day, kept for good: nothing in it is about anybody. */
export function createRedisTallies(connection: Connection, scripts: Scripts): Tallies {
  return {
    async add({ once, day, counts }) {
      const added = Object.entries(counts).flat();
      await scripts.run('tally-add', [DESK.tally(day), DESK.tallied(day)], [once, KNOWN_MS, ...added]);
    },

    async of(days) {
      const found = await Promise.all(days.map((day) => connection.hgetall(DESK.tally(day))));
      return found.map((counters) =>
        Object.fromEntries(Object.entries(counters).map(([name, count]) => [name, Number(count)])),
      );
    },
  };
}
