import type { KeptItem, KeptItems } from '../../hotline/ports.ts';

/** What staff edit, in this process's memory. */
export function createMemoryKeptItems<Item extends KeptItem>(): KeptItems<Item> {
  const items = new Map<string, Item>();
  return {
    list: async () => structuredClone([...items.values()]),
    async put(item) {
      if ((items.get(item.id)?.version ?? 0) + 1 !== item.version) return false;
      items.set(item.id, structuredClone(item));
      return true;
    },
    async remove(id, version) {
      return items.get(id)?.version === version && items.delete(id);
    },
  };
}
