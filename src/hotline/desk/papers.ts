import type { LaneRef, TalkPapers } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { place } from '../waiting.ts';
import type { NameOf } from './card-view.ts';
import type { Note, Translation } from './desk-view.ts';

interface Where {
  ref: LaneRef;
  talk: string;
}

/** Notes, drafts and translations beside a conversation, sealed under its key: forgotten with it. */
export interface Papers {
  addNote(where: Where, note: { at: number; by: string; text: string; about?: Note['about'] }): Promise<void>;
  notes(where: Where, nameOf: NameOf): Promise<Note[]>;
  setDraft(where: Where, account: string, text: string): Promise<void>;
  draft(where: Where, account: string): Promise<string>;
  /** What entry `n` says in the language that it was put into. */
  keepTranslation(where: Where, n: number, translation: Translation): Promise<void>;
  /** By number of entry: what is kept in this language. */
  translations(where: Where, language: string): Promise<Map<number, Translation>>;
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

    async keepTranslation({ ref, talk }, n, translation) {
      const sealed = await vault.seal(talk, JSON.stringify(translation), place(ref, 'translation'));
      await papers.keepTranslation(talk, `${n} ${translation.to}`, sealed);
    },

    async translations({ ref, talk }, language) {
      const kept = [...(await papers.translations(talk))].filter(([name]) => name.endsWith(` ${language}`));
      const opened = kept.map(async ([name, sealed]): Promise<[number, Translation]> => {
        return [Number.parseInt(name, 10), JSON.parse(await vault.open(talk, sealed, place(ref, 'translation')))];
      });
      return new Map(await Promise.all(opened));
    },
  };
}
