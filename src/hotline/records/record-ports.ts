/** A record has a data key of its own, so that it can outlive the conversation it was given in. */
export interface StoredRecord {
  /** HMAC of the receipt code. */
  id: string;
  /** A code, such as `tip`: what it is about and nothing of what it says. */
  kind: string;
  keyId: string;
  sealed: string;
  createdAt: number;
  /** The id of the first record of a story, in those that were added to it with its receipt code. */
  of?: string;
}

export const WORK_STATUSES = ['new', 'in-review', 'acted-on', 'closed'] as const;
/** How far the staff are with a record. Whoever holds its receipt code hears less: see `neutralStatus`. */
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** What the staff keep on a record, one sheet for the whole story. Codes and ids only, but for what is sealed. */
export interface RecordSheet {
  /** Rises with every writing, from 1. */
  version: number;
  id: string;
  kind: string;
  /** When it was last told, or added to. */
  at: number;
  status: WorkStatus;
  /** The account that sees to it. */
  assignee?: string;
  /** History and answer, under the record's own key. */
  sealed?: string;
}

/** Where a page of the list ends. */
export interface RecordCursor {
  at: number;
  id: string;
}

/** The order of every list of records. */
export function lastFirst(a: RecordCursor, b: RecordCursor): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

export interface RecordQuery {
  statuses: readonly WorkStatus[];
  /** Of any kind when unset. */
  kind?: string | undefined;
  /** Only what stands after this in the list. */
  after?: RecordCursor | undefined;
  limit: number;
}

export interface Records {
  /** Idempotent by id. A record that adds to no other begins a sheet, as new. */
  put(record: StoredRecord): Promise<void>;
  get(id: string): Promise<StoredRecord | undefined>;
  /** The record and all that were added to it, in the order in which they were made; empty when nothing bears the id. */
  story(id: string): Promise<StoredRecord[]>;
  /** Undefined for what was added to another record, and for unknown ids. */
  sheet(id: string): Promise<RecordSheet | undefined>;
  /** Writes the next version of a sheet; false, and nothing is written, when it is not the next any more. */
  keepSheet(sheet: RecordSheet): Promise<boolean>;
  /** The last told first. */
  list(query: RecordQuery): Promise<RecordSheet[]>;
  counts(): Promise<Record<WorkStatus, number>>;
  /** Takes away what was sealed under these keys, and the sheet of each first record with it. */
  erase(keyIds: readonly string[]): Promise<void>;
}
