import { type DeskEntry, type DeskEvents, type DeskIndex, type LaneRef, shownEvents } from '../../hotline/ports.ts';

/** The desk's index in this process's memory; what it shows is told to `events`. */
export function createMemoryDeskIndex(events?: DeskEvents): DeskIndex {
  const versions = new Map<string, number>();
  const entries = new Map<string, DeskEntry>();
  const talks = new Map<string, LaneRef>();
  let whole = false;
  return {
    async put(ref, version, shown) {
      if ((versions.get(ref.name) ?? -1) >= version) return;
      const { talk, card } = shown;
      versions.set(ref.name, version);
      talks.set(talk, ref);
      if (card === undefined) entries.delete(ref.name);
      else entries.set(ref.name, { ref, version, talk, card });
      for (const event of shownEvents(version, shown)) await events?.append(event);
    },

    async list() {
      return [...entries.values()];
    },

    async find(talk) {
      return talks.get(talk);
    },

    async forget(gone) {
      for (const talk of gone) talks.delete(talk);
    },

    async isWhole() {
      return whole;
    },

    async markWhole() {
      whole = true;
    },

    async point(talk, ref) {
      if (!talks.has(talk)) talks.set(talk, ref);
    },
  };
}
