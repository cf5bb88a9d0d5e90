import type { RecordStatus, Records, StoredRecord } from '../../hotline/ports.ts';

/** Records in this process's memory. */
export function createMemoryRecords(): Records {
  const records = new Map<string, StoredRecord>();
  const statuses = new Map<string, RecordStatus>();
  return {
    async put(record) {
      if (!records.has(record.id)) records.set(record.id, record);
    },
    async get(id) {
      return records.get(id);
    },
    async status(id) {
      return statuses.get(id);
    },
    async setStatus(id, status) {
      statuses.set(id, status);
    },
  };
}
