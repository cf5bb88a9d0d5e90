import type { LineState } from '../../hotline/ports.ts';

/** Facts about the line in this process's memory. Duties are counted on `now`. */
export function createMemoryLineState(now: () => number = Date.now): LineState {
  let started: number | undefined;
  const duties = new Map<string, number>();
  const ids = new Map<string, Set<string>>();
  return {
    async firstStart(at) {
      started ??= at;
      return started;
    },
    async duty(name, ms) {
      if ((duties.get(name) ?? 0) > now()) return false;
      duties.set(name, now() + ms);
      return true;
    },
    async keyIdsInUse(kind, added) {
      const known = ids.get(kind) ?? new Set();
      for (const id of added) known.add(id);
      ids.set(kind, known);
      return [...known];
    },
  };
}
