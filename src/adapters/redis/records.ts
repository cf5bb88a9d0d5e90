import type { RecordStatus, Records } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';

/** Records in Redis, each under a key of its own: a record outlives the conversation it came from. */
export function createRedisRecords(connection: Connection): Records {
  const key = (id: string) => `record:${id}`;
  const statusKey = (id: string) => `record-status:${id}`;
  return {
    async put(record) {
      await connection.set(key(record.id), JSON.stringify(record), 'NX');
    },
    async get(id) {
      const stored = await connection.get(key(id));
      return stored === null ? undefined : JSON.parse(stored);
    },
    async status(id) {
      return ((await connection.get(statusKey(id))) ?? undefined) as RecordStatus | undefined;
    },
    async setStatus(id, status) {
      await connection.set(statusKey(id), status);
    },
  };
}
