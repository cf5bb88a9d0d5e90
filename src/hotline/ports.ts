/**
 * Everything the hotline needs from outside, in one place. Adapters implement these; nothing here knows Redis or Twilio.
 * Times are milliseconds since the epoch on the injected clock unless a name says otherwise.
 */

import type {
  InboxItem,
  Lane,
  LaneMode,
  LaneNames,
  LaneRef,
  OutgoingText,
  PeekedLane,
  Settled,
  Settlement,
  Turn,
  Written,
} from './lane.ts';
import type { MessageStatus } from './message-status.ts';
import type { KeptKind } from './retention/retention-view.ts';

export type * from './accounts/account-ports.ts';
export type * from './audit/audit-ports.ts';
export * from './desk/desk-ports.ts';
export * from './desk/is-after.ts';
export * from './desk/shown-events.ts';
export type * from './kept-items.ts';
export * from './lane.ts';
export type { OwnListing } from './listings/listings.ts';
export * from './message-status.ts';
export * from './records/record-ports.ts';
export type { CannedReply } from './replies/canned-reply.ts';
export type { KeptKind } from './retention/retention-view.ts';
export type * from './retention/stored-hold.ts';
export type * from './reviews/review-ports.ts';
export type * from './statistics/statistics-ports.ts';

/** The business clock. Leases do not use it: they run on the store's own time. */
export interface Clock {
  now(): number;
}

/** An inbound text as the provider told it, checked and stripped of everything we do not keep. */
export interface Inbound {
  sid: string;
  /** E.164, or a channel address such as `whatsapp:+15555550100`. */
  from: string;
  channel: 'sms' | 'whatsapp' | 'rcs' | 'other';
  to: string;
  body: string;
  media: { url: string; contentType: string }[];
  /** Present when the provider has already answered an opt-out keyword itself. */
  optOutType?: 'STOP' | 'START' | 'HELP';
}

/** What the provider says became of a text of ours. `oid` is our own outbox id. */
export interface StatusReport {
  oid: string;
  sid: string;
  status: MessageStatus;
  errorCode?: number;
  to: string;
  from: string;
}

export interface Sender {
  /** One POST to the provider. Never retries by itself and never throws: every outcome is a value. */
  send(text: TextToSend, timeoutMs: number): Promise<SendResult>;
}

export interface TextToSend {
  /** Our outbox id: it comes back in the status callback. */
  id: string;
  /** The number of ours that was texted, so that the answer lands in the same thread. */
  from: string;
  to: string;
  body: string;
  validitySeconds: number;
}

export type SendResult =
  | { result: 'accepted'; sid: string }
  /** It may have been taken: a timeout after the request was written, a 5xx, a reset, an unreadable 2xx. */
  | { result: 'ambiguous'; code?: number }
  /** Surely not taken; worth another try. */
  | { result: 'retry'; afterMs: number; code?: number }
  | { result: 'refused'; code?: number }
  /** The provider holds an opt-out for this number (Twilio 21610). */
  | { result: 'opted-out' };

/** The provider's own list of messages: the second witness when a webhook or an answer was lost. */
export interface ProviderLog {
  inboundSince(since: Date): AsyncIterable<Inbound & { receivedAt: number }>;
  sentTo(to: string, since: Date): Promise<SentMessage[]>;
}

export interface SentMessage {
  sid: string;
  body: string;
  dateCreated: number;
  status: string;
  errorCode?: number;
}

/** Wrapped data keys, apart from the data they open. Destroying one is how the line forgets. */
export interface KeyStore {
  get(id: string): Promise<Buffer | undefined>;
  /** Stores unless something stands there already. Returns what stands. */
  putIfAbsent(id: string, wrapped: Buffer): Promise<Buffer>;
  /** Removes for good, from the store's files too, within 24 h. Returns those that stay, for they are held. */
  destroy(ids: string[]): Promise<string[]>;
  /** From now on nobody destroys it, until this hold, known by its number, is lifted; it takes the place of one before. False when it does not stand. */
  hold(id: string, hold: number): Promise<boolean>;
  /** Ends that hold, and in the same breath destroys what was to be destroyed meanwhile: then true. */
  lift(id: string, hold: number): Promise<boolean>;
  /** The key seals what is kept for a time; it was last used at `at`, or later as was said before. */
  note(kind: KeptKind, id: string, at: number): Promise<void>;
  /** Keys last used at or before `at`, the oldest first, but for the first `skip`. */
  usedBefore(kind: KeptKind, at: number, skip: number, count: number): Promise<string[]>;
  /** How many were last used after `from` and at or before `until`. */
  countUsed(kind: KeptKind, from: number, until: number): Promise<number>;
  close(): Promise<void>;
}

/** Published sets of flows, words and lists, content-addressed: a set never changes under its hash. */
export interface FlowSets {
  put(hash: string, files: Record<string, string>): Promise<void>;
  get(hash: string): Promise<Record<string, string> | undefined>;
}

/** Renders a message key in a language. */
export interface Words {
  render(language: string, key: string, values?: Record<string, string | number>): string;
}

export interface Lanes {
  /**
   * Stores a text once (by SID, for 72 h) and marks its lane due. When `leaseMs` is above 0 and the lane is free it is
   * leased in the same breath. Rejects when the store cannot take it: nothing may be answered as stored then.
   */
  accept(
    names: LaneNames,
    item: InboxItem,
    now: number,
    leaseMs: number,
  ): Promise<{ outcome: 'stored' | 'seen'; ref: LaneRef; lane: Lane | undefined }>;
  /** Undefined while another holds it. */
  lease(ref: LaneRef, leaseMs: number): Promise<Lane | undefined>;
  /**
   * Writes a turn, and marks the attempt at its first text when nothing new waits. Said again by the same holder, it writes
   * nothing and answers as the first time: the answer may have been lost on its way.
   */
  commit(lane: Lane, turn: Turn, attempt: OutgoingText | undefined): Promise<Written>;
  settle(lane: Lane, settlement: Settlement): Promise<Settled>;
  /**
   * A status callback. `wake`: the lane has something to do because of it. `talk`: the conversation on the desk whose text it
   * is, for those who watch. Unknown ids are ignored.
   */
  report(
    names: LaneNames,
    report: StatusReport,
    now: number,
  ): Promise<{ ref: LaneRef; wake: boolean; talk: string | undefined }>;
  /** The lane as it stands, without a lease: to be looked at, never to be written from. Undefined when nothing is known of it. */
  peek(ref: LaneRef): Promise<PeekedLane | undefined>;
  /**
   * Waiting to live, atomically: raises the fence, drops the bot's unsent texts, queues `item`. The present owner who asks
   * again hears the same fence.
   */
  claim(ref: LaneRef, owner: string, item: InboxItem, now: number): Promise<{ fence: number } | 'not-waiting'>;
  /** A command of the lane's owner, refused under a stale fence. */
  command(
    ref: LaneRef,
    owner: string,
    fence: number,
    item: InboxItem,
    now: number,
  ): Promise<'stored' | 'seen' | 'not-owner'>;
  /** Queues what needs no owner, once by its id; `gone` when the lane has another conversation by now. */
  tell(ref: LaneRef, conversation: string, item: InboxItem, now: number): Promise<'stored' | 'seen' | 'gone'>;
  /** Drops an advocate's text that still waits for its time. `too-late` when it has gone, or was never known. */
  unsay(
    ref: LaneRef,
    owner: string,
    fence: number,
    id: string,
    now: number,
  ): Promise<'done' | 'too-late' | 'not-owner'>;
  /** Every lane of a mode (unset: whose person waits or is talked with), by the lanes themselves: slow, and for the scan alone. */
  onDesk(
    modes?: readonly LaneMode[],
  ): AsyncIterable<{ ref: LaneRef; mode: LaneMode; conversation: string; owner: string | undefined }>;
  /** Lanes due at `now`, oldest first, at most `limit` from each partition. */
  due(now: number, limit: number): Promise<LaneRef[]>;
  /** Lanes due after `at`, at most `limit` from each partition. */
  dueAfter(at: number, limit: number): Promise<LaneRef[]>;
  /** Makes a due lane wait, so that one that keeps failing does not stand before the others. A new text ends the wait. */
  postpone(ref: LaneRef, until: number): Promise<void>;
  /** The time of the earliest thing due anywhere, to tell how far behind the line is. */
  earliestDue(): Promise<number | undefined>;
  /** Sealed transcript of one conversation, oldest turn first. */
  transcript(ref: LaneRef, conversation: string): Promise<Buffer[]>;
  /** Erases what is kept of these conversations. Opt-out, seen SIDs and the fence stay. */
  wipe(lane: Lane, conversations: string[]): Promise<void>;
  /** Takes away what nobody can read any more: transcripts whose keys are gone, on whichever lanes they are. */
  eraseTranscripts(conversations: readonly string[]): Promise<void>;
}

/** Small facts about the whole line, shared by its processes. */
export interface LineState {
  /** When the line first started on this store; what is older than that is not ours to answer. */
  firstStart(now: number): Promise<number>;
  /** True for one process in each stretch of `ms`. */
  duty(name: string, ms: number): Promise<boolean>;
  /** Counts one more try at `name`; false once there were more than `most` in this stretch of `ms`. */
  allow(name: string, most: number, ms: number): Promise<boolean>;
  /** Adds ids to those in use and returns all that ever were. */
  keyIdsInUse(kind: 'lookup' | 'wrapping' | 'routing', ids: string[]): Promise<string[]>;
}

/** Codes and counts only: there is no field that could hold a text, a number or a name. */
export interface Log {
  event(code: LogCode, fields?: LogFields): void;
}

export interface LogFields {
  count?: number;
  ms?: number;
  status?: number;
  errorCode?: number;
  variable?: string;
  /** A stack without its message line, for what should never happen. */
  trace?: string;
}

export type LogCode =
  | 'line-started'
  | 'line-draining'
  | 'line-stopped'
  | 'text-stored'
  | 'text-seen'
  | 'text-unreadable'
  | 'store-failed'
  | 'signature-refused'
  | 'signature-alarm'
  | 'request-refused'
  | 'turn-committed'
  | 'turn-moved'
  | 'turn-failed'
  | 'text-accepted'
  | 'text-retried'
  | 'text-ambiguous'
  | 'text-refused'
  | 'text-expired'
  | 'text-undelivered'
  | 'text-resolved'
  | 'provider-opted-out'
  | 'effect-failed'
  | 'sweep-found'
  | 'sweep-failed'
  | 'set-missing'
  | 'store-lost'
  | 'store-back'
  | 'keys-destroyed'
  | 'sign-on-failed'
  | 'practice-left-out'
  | 'unexpected';

/** Named places where a test may kill the process. The live composition has none. */
export interface KillPoints {
  reach(label: KillLabel): void | Promise<void>;
}

export type KillLabel =
  | 'accept:received'
  | 'accept:before-store'
  | 'accept:after-store'
  | 'accept:before-answer'
  | 'think:leased'
  | 'think:before-commit'
  | 'think:after-commit'
  | 'deliver:before-post'
  | 'deliver:after-post'
  | 'deliver:before-settle'
  | 'deliver:after-settle'
  | 'effect:before-apply'
  | 'effect:after-apply'
  | 'sweep:before-store';
