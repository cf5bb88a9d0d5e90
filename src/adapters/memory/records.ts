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
    async story(id) {
      const told = [...records.values()].filter((record) => record.id === id || record.of === id);
      return told.sort((a, b) => Number(a.id !== id) - Number(b.id !== id) || a.createdAt - b.createdAt);
    },
    async status(id) {
      return statuses.get(id);
    },
    async setStatus(id, status) {
      statuses.set(id, status);
    },
  };
}
