import type { Records, StoredRecord } from './ports.ts';
import type { Vault } from './vault.ts';

/** What stands sealed in one record. */
export interface RecordContent {
  kind: string;
  answers: Record<string, string>;
  /** What its teller chose to share; `none` where they were not asked. */
  consent: string;
  language: string;
  urgency: string;
}

/** A report with all that was added to it since: its first record, what its teller chose last, and the additions in order. */
export interface RecordStory extends RecordContent {
  id: string;
  createdAt: number;
  added: { at: number; kind: string; answers: Record<string, string> }[];
}

const NOT_ASKED = 'none';

/**
 * Opens a report as one story, whichever of its records is asked for. Undefined when nothing bears the id.
 *
 * @throws LineError `key-destroyed` when its retention is over
 */
export async function openRecordStory(
  id: string,
  { records, vault }: { records: Records; vault: Vault },
): Promise<RecordStory | undefined> {
  const asked = await records.get(id);
  const [first, ...later] = await records.story(asked?.of ?? id);
  if (first === undefined) return undefined;
  const told = await openRecord(first, vault);
  const added = await Promise.all(
    later.map(async (record) => ({ at: record.createdAt, ...(await openRecord(record, vault)) })),
  );
  const chosen = [told, ...added].findLast(({ consent }) => consent !== NOT_ASKED);
  return {
    ...told,
    id: first.id,
    createdAt: first.createdAt,
    consent: chosen?.consent ?? NOT_ASKED,
    added: added.map(({ at, kind, answers }) => ({ at, kind, answers })),
  };
}

/** What one record holds. @throws LineError `key-destroyed`, `seal-broken` */
export async function openRecord({ id, keyId, sealed }: StoredRecord, vault: Vault): Promise<RecordContent> {
  return JSON.parse(await vault.open(keyId, Buffer.from(sealed, 'base64'), `record/${id}`));
}
