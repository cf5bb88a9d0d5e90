import type { AuditAnchor, AuditBase, AuditHead, AuditLine, AuditStore } from '../../hotline/ports.ts';

/** The audit chain in this process's memory. */
export function createMemoryAuditStore(): AuditStore {
  const lines: AuditLine[] = [];
  let head: AuditHead | undefined;
  let base: AuditBase | undefined;
  return {
    head: async () => head,
    async append(after, added, next) {
      if (after?.mac !== head?.mac) return false;
      lines.push(...added);
      head = next;
      return true;
    },
    base: async () => base,
    async forget(next) {
      if (base !== undefined && base.seq >= next.seq) return;
      base = next;
      lines.splice(0, lines.filter(({ seq }) => seq <= next.seq).length);
    },
    read: async (seq, count) => lines.filter((line) => line.seq >= seq).slice(0, count),
  };
}

/** Its anchor, likewise. */
export function createMemoryAuditAnchor(): AuditAnchor {
  let anchor: AuditHead | undefined;
  return {
    async set(head) {
      if (anchor === undefined || anchor.seq < head.seq) anchor = head;
    },
    get: async () => anchor,
  };
}
