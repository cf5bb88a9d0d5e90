import type { TalkPapers } from '../../hotline/ports.ts';

/** Sealed notes and drafts in this process's memory. */
export function createMemoryTalkPapers(): TalkPapers {
  const notes = new Map<string, Buffer[]>();
  const drafts = new Map<string, Map<string, Buffer>>();
  return {
    async addNote(talk, sealed) {
      notes.set(talk, [...(notes.get(talk) ?? []), sealed]);
    },

    async notes(talk) {
      return [...(notes.get(talk) ?? [])];
    },

    async setDraft(talk, account, sealed) {
      const own = drafts.get(talk) ?? new Map<string, Buffer>();
      if (sealed === undefined) own.delete(account);
      else own.set(account, sealed);
      drafts.set(talk, own);
    },

    async draft(talk, account) {
      return drafts.get(talk)?.get(account);
    },

    async erase(talks) {
      for (const talk of talks) {
        notes.delete(talk);
        drafts.delete(talk);
      }
    },
  };
}
