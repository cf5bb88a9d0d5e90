import type { RecordStatus, Records, StoredRecord } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';

/** Records in Redis, each under a key of its own: a record outlives the conversation it came from. */
export function createRedisRecords(connection: Connection): Records {
  const key = (id: string) => `record:${id}`;
  /** Ids of what was added to a record, by when. */
  const addedKey = (id: string) => `record-added:${id}`;
  const statusKey = (id: string) => `record-status:${id}`;
  async function get(id: string): Promise<StoredRecord | undefined> {
    const stored = await connection.get(key(id));
    return stored === null ? undefined : JSON.parse(stored);
  }

  return {
    async put(record) {
      await connection.set(key(record.id), JSON.stringify(record), 'NX');
      // Done again after a crash in between, both come to the same.
      if (record.of !== undefined) await connection.zadd(addedKey(record.of), record.createdAt, record.id);
    },
    get,
    async story(id) {
      const ids = [id, ...(await connection.zrange(addedKey(id), '0', '-1'))];
      const told = await Promise.all(ids.map(get));
      return told.filter((record) => record !== undefined);
    },
    async status(id) {
      return ((await connection.get(statusKey(id))) ?? undefined) as RecordStatus | undefined;
    },
    async setStatus(id, status) {
      await connection.set(statusKey(id), status);
    },
  };
}
