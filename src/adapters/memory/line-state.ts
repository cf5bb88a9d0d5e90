import type { LineState } from '../../hotline/ports.ts';

/** Facts about the line in this process's memory. Duties are counted on `now`. */
export function createMemoryLineState(now: () => number = Date.now): LineState {
  let started: number | undefined;
  const duties = new Map<string, number>();
  const tries = new Map<string, { count: number; until: number }>();
  const ids = new Map<string, Set<string>>();
  return {
    async firstStart(at) {
      started ??= at;
      return started;
    },
    async duty(name, ms) {
      const until = duties.get(name) ?? 0;
      // Further ahead than this stretch: the clock was set back since.
      if (until > now() && until <= now() + ms) return false;
      duties.set(name, now() + ms);
      return true;
    },
    async allow(name, most, ms) {
      const counted = tries.get(name);
      const current = counted && counted.until > now() ? counted : { count: 0, until: now() + ms };
      current.count += 1;
      tries.set(name, current);
      return current.count <= most;
    },
    async keyIdsInUse(kind, added) {
      const known = ids.get(kind) ?? new Set();
      for (const id of added) known.add(id);
      ids.set(kind, known);
      return [...known];
    },
  };
}
