import { createSecretKey } from 'node:crypto';
import type { AuditStore } from '../ports.ts';
import { sealOfBase } from './audit.ts';
import type { AuditEntry } from './audit-view.ts';

export interface OldAudit {
  /** How many entries there are, and how many of them were written at or before a time. */
  count(until: number): Promise<number>;
  /** Forgets what was written at or before a time. The chain that is left verifies. Returns how many entries went. */
  forget(until: number): Promise<number>;
}

/** The audit by its age. Processes' clocks differ by less than anybody would forget by. */
export function createOldAudit({ store, key }: { store: AuditStore; key: string }): OldAudit {
  /** The last entry written at or before a time, looked for by halves; the base's number when there is none. */
  async function lastUntil(until: number): Promise<{ base: number; last: number }> {
    const base = (await store.base())?.seq ?? 0;
    let [before, after] = [base, ((await store.head())?.seq ?? base) + 1];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      const [found] = await store.read(middle, 1);
      if (found !== undefined && atOf(found.line) <= until) before = middle;
      else after = middle;
    }
    return { base, last: before };
  }

  return {
    async count(until) {
      const { base, last } = await lastUntil(until);
      return last - base;
    },

    async forget(until) {
      const { base, last } = await lastUntil(until);
      const [found] = last > base ? await store.read(last, 1) : [];
      if (found?.seq !== last) return 0;
      const head = { seq: last, mac: found.line.slice(0, found.line.indexOf(' ')) };
      await store.forget({ ...head, sealed: sealOfBase(createSecretKey(key, 'base64'), head) });
      return last - base;
    },
  };
}

function atOf(line: string): number {
  return (JSON.parse(line.slice(line.indexOf(' ') + 1)) as AuditEntry).at;
}
