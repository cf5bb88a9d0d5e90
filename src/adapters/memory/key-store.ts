import type { KeptKind, KeyStore } from '../../hotline/ports.ts';

/** Wrapped data keys in this process, for the chat tool and tests. */
export function createMemoryKeyStore(): KeyStore {
  const keys = new Map<string, Buffer>();
  const held = new Map<string, { hold: number; wanted: boolean }>();
  const used = new Map<KeptKind, Map<string, number>>();
  const usedOf = (kind: KeptKind) => [...(used.get(kind) ?? [])].sort(([, a], [, b]) => a - b);
  return {
    async get(id) {
      const wrapped = keys.get(id);
      return wrapped === undefined ? undefined : Buffer.from(wrapped);
    },
    async putIfAbsent(id, wrapped) {
      const standing = keys.get(id) ?? Buffer.from(wrapped);
      keys.set(id, standing);
      return Buffer.from(standing);
    },
    async destroy(ids) {
      const stay = ids.filter((id) => held.has(id));
      for (const id of stay) held.set(id, { hold: 0, ...held.get(id), wanted: true });
      for (const id of ids.filter((id) => !held.has(id))) {
        keys.delete(id);
        for (const noted of used.values()) noted.delete(id);
      }
      return stay;
    },
    async hold(id, hold) {
      if (!keys.has(id)) return false;
      held.set(id, { wanted: false, ...held.get(id), hold });
      return true;
    },
    async lift(id, hold) {
      const standing = held.get(id);
      if (standing?.hold !== hold) return false;
      held.delete(id);
      if (standing.wanted) keys.delete(id);
      return standing.wanted;
    },
    async note(kind, id, at) {
      const noted = used.get(kind) ?? new Map<string, number>();
      used.set(kind, noted.set(id, Math.max(at, noted.get(id) ?? at)));
    },
    async usedBefore(kind, at, skip, count) {
      const due = usedOf(kind).filter(([, last]) => last <= at);
      return due.slice(skip, skip + count).map(([id]) => id);
    },
    countUsed: async (kind, from, until) => usedOf(kind).filter(([, last]) => last > from && last <= until).length,
    async close() {
      keys.clear();
    },
  };
}
