import type { AuditStore } from '../ports.ts';
import type { AuditEntry, AuditFilter, AuditPage } from './audit-view.ts';

export interface AuditReader {
  /** At most `count` entries before number `before` (undefined: the last ones), newest first. */
  latest(before: number | undefined, count: number): Promise<AuditEntry[]>;
  /** The same, of those that a filter lets through. A page may be short, also empty, and yet not the last. */
  page(before: number | undefined, count: number, filter: AuditFilter): Promise<AuditPage>;
}

/** One look goes back so far at most: whoever filters for what is rare pages on. */
const LOOKED_THROUGH = 20_000;
const AT_ONCE = 1_000;

/** Reads what the chain says. Whether it is whole is for `verifyAudit` to say. */
export function createAuditReader(store: AuditStore): AuditReader {
  async function latest(before: number | undefined, count: number): Promise<AuditEntry[]> {
    const end = before ?? ((await store.head())?.seq ?? 0) + 1;
    const from = Math.max(1, end - count);
    const lines = (await store.read(from, count)).filter(({ seq }) => seq < end);
    return lines.map(({ line }) => JSON.parse(line.slice(line.indexOf(' ') + 1)) as AuditEntry).reverse();
  }

  return {
    latest,

    async page(before, count, filter) {
      const first = ((await store.base())?.seq ?? 0) + 1;
      let next = before ?? ((await store.head())?.seq ?? 0) + 1;
      const until = Math.max(first, next - LOOKED_THROUGH);
      const entries: AuditEntry[] = [];
      while (next > until && entries.length < count) {
        const looked = await latest(next, Math.min(AT_ONCE, next - until));
        const found = looked.filter((entry) => isWanted(entry, filter)).slice(0, count - entries.length);
        entries.push(...found);
        const full = entries.length === count ? entries.at(-1) : undefined;
        next = full?.seq ?? Math.max(until, next - AT_ONCE);
      }
      return { entries, ...(next > first && { next }) };
    },
  };
}

function isWanted(entry: AuditEntry, { actor, act, about }: AuditFilter): boolean {
  if (actor !== undefined && entry.actor !== actor) return false;
  if (act !== undefined && !entry.act.toLowerCase().includes(act.toLowerCase())) return false;
  return about === undefined || entry.about === about;
}
