import type { KeyStore } from '../../hotline/ports.ts';

/** Wrapped data keys in this process, for the chat tool and tests. */
export function createMemoryKeyStore(): KeyStore {
  const keys = new Map<string, Buffer>();
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
      for (const id of ids) keys.delete(id);
    },
    async close() {
      keys.clear();
    },
  };
}
