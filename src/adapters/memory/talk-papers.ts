import type { TalkPapers } from '../../hotline/ports.ts';

/** Sealed notes, drafts and translations in this process's memory. */
export function createMemoryTalkPapers(): TalkPapers {
  const notes = new Map<string, Buffer[]>();
  const drafts = new Map<string, Map<string, Buffer>>();
  const translations = new Map<string, Map<string, Buffer>>();
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

    async keepTranslation(talk, name, sealed) {
      translations.set(talk, new Map(translations.get(talk)).set(name, sealed));
    },

    async translations(talk) {
      return new Map(translations.get(talk));
    },

    async erase(talks) {
      for (const talk of talks) {
        for (const papers of [notes, drafts, translations]) papers.delete(talk);
      }
    },
  };
}
