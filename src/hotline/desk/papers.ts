import type { LaneRef, TalkPapers } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { place } from '../waiting.ts';
import type { NameOf } from './card-view.ts';
import type { Note } from './desk-view.ts';

interface Where {
  ref: LaneRef;
  talk: string;
}

/** Notes and drafts beside a conversation, sealed under its key: forgotten with it. */
export interface Papers {
  addNote(where: Where, note: { at: number; by: string; text: string; about?: Note['about'] }): Promise<void>;
  notes(where: Where, nameOf: NameOf): Promise<Note[]>;
  setDraft(where: Where, account: string, text: string): Promise<void>;
  draft(where: Where, account: string): Promise<string>;
}

export function createPapers(papers: TalkPapers, vault: Vault): Papers {
  return {
    async addNote({ ref, talk }, note) {
      await papers.addNote(talk, await vault.seal(talk, JSON.stringify(note), place(ref, 'note')));
    },

    async notes({ ref, talk }, nameOf) {
      const sealed = await papers.notes(talk);
      const plain = await Promise.all(sealed.map((note) => vault.open(talk, note, place(ref, 'note'))));
      return plain.map((text) => {
        const note = JSON.parse(text);
        return { ...note, by: nameOf(note.by) };
      });
    },

    async setDraft({ ref, talk }, account, text) {
      const sealed = text === '' ? undefined : await vault.seal(talk, text, place(ref, 'draft'));
      await papers.setDraft(talk, account, sealed);
    },

    async draft({ ref, talk }, account) {
      const sealed = await papers.draft(talk, account);
      return sealed ? vault.open(talk, sealed, place(ref, 'draft')) : '';
    },
  };
}
