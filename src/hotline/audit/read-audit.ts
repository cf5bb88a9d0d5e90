import type { AuditStore } from '../ports.ts';
import type { AuditEntry } from './audit.ts';

export interface AuditReader {
  /** At most `count` entries before number `before` (undefined: the last ones), newest first. */
  latest(before: number | undefined, count: number): Promise<AuditEntry[]>;
}

/** Reads what the chain says. Whether it is whole is for `verifyAudit` to say. */
export function createAuditReader(store: AuditStore): AuditReader {
  return {
    async latest(before, count) {
      const end = before ?? ((await store.head())?.seq ?? 0) + 1;
      const from = Math.max(1, end - count);
      const lines = (await store.read(from, count)).filter(({ seq }) => seq < end);
      return lines.map(({ line }) => JSON.parse(line.slice(line.indexOf(' ') + 1)) as AuditEntry).reverse();
    },
  };
}
