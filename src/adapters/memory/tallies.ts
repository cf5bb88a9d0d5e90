import type { Counts, Tallies } from '../../hotline/ports.ts';

/** Day counters in this process's memory. */
export function createMemoryTallies(): Tallies {
  const days = new Map<string, Counts>();
  const seen = new Set<string>();
  return {
    async add({ once, day, counts }) {
      if (seen.has(once)) return;
      seen.add(once);
      const standing = days.get(day) ?? {};
      for (const [name, by] of Object.entries(counts)) standing[name] = (standing[name] ?? 0) + by;
      days.set(day, standing);
    },

    async of(wanted) {
      return wanted.map((day) => ({ ...days.get(day) }));
    },
  };
}
