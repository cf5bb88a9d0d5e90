import type { StaffName } from '../desk/desk-view.ts';
import type { NeutralStatus } from './neutral-status.ts';
import { type RecordCursor, WORK_STATUSES, type WorkStatus } from './record-ports.ts';

export { type NeutralStatus, type RecordCursor, WORK_STATUSES, type WorkStatus };

/** What its teller agreed may be passed on. `facts`: not who they are, nor how to reach them. */
export type Sharing = 'everything' | 'facts' | 'nothing';

/** A record in the list, in codes: no word of anybody's. Times are ms since the epoch. */
export interface RecordRow {
  id: string;
  kind: string;
  /** When it was last told, or added to. */
  at: number;
  status: WorkStatus;
  assignee?: StaffName;
}

/** POST /api/records/search */
export interface RecordPage {
  records: RecordRow[];
  counts: Record<WorkStatus, number>;
  /** Where the next page begins; unset on the last one. */
  next?: RecordCursor;
}

export interface RecordField {
  name: string;
  /** What was asked, in the reader's language. */
  question: string;
  value: string;
  /** Whether it may leave the line with what is passed on. */
  shared: boolean;
}

/** GET /api/records/:record */
export interface RecordView extends RecordRow {
  createdAt: number;
  language: string;
  urgency: string;
  /** As a code of the flow's; `none` where they were not asked. */
  consent: string;
  sharing: Sharing;
  fields: RecordField[];
  added: { at: number; kind: string; fields: RecordField[] }[];
  /** `what` is a code, with what it is about behind a colon. */
  history: { at: number; by: StaffName; what: string; text?: string }[];
  answer?: { text: string; by: StaffName; at: number; approvedBy?: StaffName };
  /** What whoever holds the receipt code hears of it. */
  told: NeutralStatus;
}

/** POST /api/records/export. The text goes to no disk of the line's. */
export interface RecordExport {
  csv: string;
  exported: number;
  /** How many stayed behind, for nobody agreed that they may be passed on. */
  withheld: number;
}

/** A question that leads to a kind of record, as the flows ask it. */
export interface FieldForm {
  name: string;
  question: string;
  /** What may be chosen; unset for words of one's own. One without a label is worded by its id. */
  options?: { id: string; label?: string }[];
}

/** GET /api/talks/:talk/records: what can be written down in this conversation, and what the bot has heard of it. */
export interface TalkRecordForms {
  kinds: { kind: string; fields: FieldForm[]; heard: Record<string, string> }[];
  /** What the bot heard stands in a record already. */
  recorded: boolean;
  /** They have sent the receipt code of an earlier report, to which this may be added. */
  known: boolean;
}

/** Why nothing was done about a record. The console words each of them. */
export type RecordRefusal =
  | 'unknown'
  | 'stale'
  | 'own-answer'
  | 'no-answer'
  | 'link'
  | 'too-long'
  | 'incomplete'
  | 'unknown-reply';
export type RecordResult<T = object> = ({ outcome: 'done' } & T) | { outcome: RecordRefusal };
