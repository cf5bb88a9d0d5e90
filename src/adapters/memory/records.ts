import { lastFirst, type RecordSheet, type Records, type StoredRecord, WORK_STATUSES } from '../../hotline/ports.ts';

/** Records in this process's memory. */
export function createMemoryRecords(): Records {
  const records = new Map<string, StoredRecord>();
  const sheets = new Map<string, RecordSheet>();
  return {
    async put(record) {
      const { id, kind, createdAt: at, of } = record;
      if (records.has(id)) return;
      records.set(id, record);
      if (of === undefined) sheets.set(id, { version: 1, id, kind, at, status: 'new' });
    },
    async get(id) {
      return records.get(id);
    },
    async story(id) {
      const told = [...records.values()].filter((record) => record.id === id || record.of === id);
      return told.sort((a, b) => Number(a.id !== id) - Number(b.id !== id) || a.createdAt - b.createdAt);
    },
    async sheet(id) {
      return sheets.get(id);
    },
    async keepSheet(sheet) {
      if ((sheets.get(sheet.id)?.version ?? 0) + 1 !== sheet.version) return false;
      sheets.set(sheet.id, sheet);
      return true;
    },
    async list({ statuses, kind, after, limit }) {
      return [...sheets.values()]
        .filter((sheet) => statuses.includes(sheet.status) && (kind === undefined || sheet.kind === kind))
        .sort(lastFirst)
        .filter((sheet) => after === undefined || lastFirst(after, sheet) < 0)
        .slice(0, limit);
    },
    async counts() {
      const all = [...sheets.values()];
      const counted = WORK_STATUSES.map((status) => [status, all.filter((sheet) => sheet.status === status).length]);
      return Object.fromEntries(counted);
    },
    async erase(keyIds) {
      for (const { id, keyId } of [...records.values()]) {
        if (!keyIds.includes(keyId)) continue;
        records.delete(id);
        sheets.delete(id);
      }
    },
  };
}
