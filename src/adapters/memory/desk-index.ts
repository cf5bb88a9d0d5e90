import type { DeskIndex, LaneRef } from '../../hotline/ports.ts';

/** The desk's index in this process's memory. */
export function createMemoryDeskIndex(): DeskIndex {
  const cards = new Map<string, { ref: LaneRef; version: number; card: string | undefined }>();
  return {
    async put(ref, version, card) {
      const before = cards.get(ref.name);
      if (before === undefined || before.version < version) cards.set(ref.name, { ref, version, card });
    },

    async list() {
      return [...cards.values()].flatMap(({ ref, version, card }) =>
        card === undefined ? [] : [{ ref, version, card }],
      );
    },
  };
}
