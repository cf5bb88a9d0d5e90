import {
  lastFirst,
  type RecordCursor,
  type RecordSheet,
  type Records,
  type StoredRecord,
  WORK_STATUSES,
  type WorkStatus,
} from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK } from './desk-keys.ts';
import type { Scripts } from './load-scripts.ts';

/** So many may have been told in the same millisecond as the last of a page. */
const TIES = 100;

/**
 * Records in Redis, each under a key of its own: a record outlives the conversation it came from. The staff's sheets and the
 * lists of them stand together in the desk's slot.
 */
export function createRedisRecords(connection: Connection, scripts: Scripts): Records {
  const key = (id: string) => `record:${id}`;
  /** Ids of what was added to a record, by when. */
  const addedKey = (id: string) => `record-added:${id}`;
  /** The record that a key seals. */
  const ofKey = (keyId: string) => `record-of-key:${keyId}`;

  async function get(id: string): Promise<StoredRecord | undefined> {
    const stored = await connection.get(key(id));
    return stored === null ? undefined : JSON.parse(stored);
  }

  async function keepSheet(sheet: RecordSheet): Promise<boolean> {
    const { id, kind, status, version, at } = sheet;
    const before = WORK_STATUSES.filter((other) => other !== status);
    const left = before.flatMap((other) => [DESK.records(other), DESK.records(other, kind)]);
    const keys = [DESK.record(id), DESK.records(status), DESK.records(status, kind), ...left];
    return (await scripts.run('record-sheet', keys, [version, JSON.stringify(sheet), at, id])) === 1;
  }

  async function erase(keyId: string): Promise<void> {
    const id = await connection.get(ofKey(keyId));
    const record = id === null ? undefined : await get(id);
    // A copy that was not kept had a key too.
    if (record?.keyId === keyId) {
      const { id, kind, of } = record;
      if (of !== undefined) await connection.zrem(addedKey(of), id);
      const lists = WORK_STATUSES.flatMap((status) => [DESK.records(status), DESK.records(status, kind)]);
      await Promise.all(lists.map((list) => connection.zrem(list, id)));
      await Promise.all([DESK.record(id), addedKey(id), key(id)].map((gone) => connection.del(gone)));
    }
    // Last: until then, whatever broke off half way is found again.
    await connection.del(ofKey(keyId));
  }

  function page(status: WorkStatus, kind: string | undefined, after: RecordCursor | undefined, limit: number) {
    const last = after?.at ?? '+inf';
    return connection.zrange(DESK.records(status, kind), last, '-inf', 'BYSCORE', 'REV', 'LIMIT', 0, limit);
  }

  return {
    async put(record) {
      const { id, kind, keyId, createdAt: at, of } = record;
      await connection.set(ofKey(keyId), id);
      await connection.set(key(id), JSON.stringify(record), 'NX');
      // Done again after a crash in between, both come to the same.
      if (of === undefined) await keepSheet({ version: 1, id, kind, at, status: 'new' });
      else await connection.zadd(addedKey(of), at, id);
    },
    get,
    async story(id) {
      const ids = [id, ...(await connection.zrange(addedKey(id), '0', '-1'))];
      const told = await Promise.all(ids.map(get));
      return told.filter((record) => record !== undefined);
    },
    async sheet(id) {
      const stored = await connection.get(DESK.record(id));
      return stored === null ? undefined : JSON.parse(stored);
    },
    keepSheet,
    async list({ statuses, kind, after, limit }) {
      const pages = await Promise.all(statuses.map((status) => page(status, kind, after, limit + TIES)));
      const ids = [...new Set(pages.flat())];
      const stored = ids.length === 0 ? [] : await connection.mget(ids.map(DESK.record));
      const sheets = stored.flatMap((sheet): RecordSheet[] => (sheet === null ? [] : [JSON.parse(sheet)]));
      return sheets
        .sort(lastFirst)
        .filter((sheet) => after === undefined || lastFirst(after, sheet) < 0)
        .slice(0, limit);
    },
    async counts() {
      const counted = WORK_STATUSES.map(async (status) => [status, await connection.zcard(DESK.records(status))]);
      return Object.fromEntries(await Promise.all(counted));
    },
    async erase(keyIds) {
      await Promise.all(keyIds.map(erase));
    },
  };
}
