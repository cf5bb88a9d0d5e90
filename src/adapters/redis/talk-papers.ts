import type { TalkPapers } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK } from './desk-keys.ts';

/** Sealed notes in a list, drafts and translations in hashes, beside the desk. */
export function createRedisTalkPapers(connection: Connection): TalkPapers {
  return {
    async addNote(talk, sealed) {
      await connection.rpush(DESK.notes(talk), sealed);
    },

    async notes(talk) {
      return connection.lrangeBuffer(DESK.notes(talk), 0, -1);
    },

    async setDraft(talk, account, sealed) {
      const key = DESK.drafts(talk);
      if (sealed === undefined) await connection.hdel(key, account);
      else await connection.hset(key, account, sealed);
    },

    async draft(talk, account) {
      return (await connection.hgetBuffer(DESK.drafts(talk), account)) ?? undefined;
    },

    async keepTranslation(talk, name, sealed) {
      await connection.hset(DESK.translations(talk), name, sealed);
    },

    async translations(talk) {
      return new Map(Object.entries(await connection.hgetallBuffer(DESK.translations(talk))));
    },

    async erase(talks) {
      const keys = talks.flatMap((talk) => [DESK.notes(talk), DESK.drafts(talk), DESK.translations(talk)]);
      if (keys.length > 0) await connection.del(...keys);
    },
  };
}
