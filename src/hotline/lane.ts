import type { MessageStatus } from './message-status.ts';

/** Never change it: every texter's lane lies in a partition counted with it. */
export const PARTITIONS = 64;

/** Where a texter's things live: a partition that never moves, and a pseudonym. */
export interface LaneRef {
  partition: number;
  name: string;
}

/** A texter's address as the store may know it: one name under each lookup key, newest key first. */
export interface LaneNames {
  partition: number;
  names: string[];
}

/** Something waiting to be thought about. `sealed` opens under `keyId`. */
export interface InboxItem {
  /** The provider's SID or our own command id; seen once in 72 h. */
  id: string;
  at: number;
  keyId: string;
  sealed: Buffer;
}

/** What a turn asks to be done outside the lane, kept with the lane until it is done. */
export type OutboxItem = OutgoingText | LaneEffect;

export interface OutgoingText {
  kind: 'text';
  id: string;
  seq: number;
  state: 'waiting' | 'attempted' | 'unresolved' | 'accepted';
  weight: 'safety' | 'stop-confirmation' | 'direct' | 'notice' | 'ordinary' | 'advocate';
  /** The first message key in it, so that a loss can be told without the words. */
  key: string;
  question: boolean;
  /** The data key that `sealed` opens under: a text may outlive the conversation that said it. */
  keyId: string;
  sealed: Buffer;
  bornAt: number;
  expiresAt: number;
  tries: number;
  /** Waiting: not before. Attempted: when. Unresolved: next look. Accepted: when. */
  at: number;
  /** When its first POST began: the provider's list is searched from there. */
  attemptedAt?: number;
  /** Looks at the provider's list that did not find it. */
  looks: number;
  /** The second and last try at a text that did not arrive. */
  resent?: true;
  sid?: string;
  /** What a callback said so far. Written by callbacks only. */
  report?: { sid: string; status: MessageStatus; errorCode?: number };
}

/** An effect that crosses to another slot: idempotent by id and version, retried until done. */
export interface LaneEffect {
  kind: 'desk' | 'record' | 'forget' | 'tally' | 'review';
  id: string;
  seq: number;
  version: number;
  /** JSON without a word or number of the texter's; a record's content is sealed before it gets here. */
  payload: string;
  at: number;
  tries: number;
}

/** A question that left: its outbox id, and when. */
export interface Asked {
  id: string;
  at: number;
  /** Told as not arrived. A callback that says the contrary, as they come in any order, takes this back. */
  lost?: true;
}

export type LaneMode = 'bot' | 'waiting' | 'live' | 'quiet' | 'stopped';

/** A lane under lease: its holder alone may commit, until the lease runs out or the fence is raised. */
export interface Lane {
  ref: LaneRef;
  fence: number;
  turn: number;
  mode: LaneMode | undefined;
  conversation: string | undefined;
  state: Buffer | undefined;
  number: Buffer | undefined;
  optedOut: boolean;
  /** The last question that left. */
  asked: Asked | undefined;
  /** SIDs of the last texts that the provider took: none of them can be one of unknown fate. */
  recent: string[];
  /** When the conversation's next timer is due. */
  timer: number | undefined;
  /** Earlier conversations of this texter whose keys still stand. */
  past: string[];
  inbox: InboxItem[];
  outbox: OutboxItem[];
}

/** A lane as anyone may look at it. */
export interface PeekedLane extends Lane {
  owner: { name: string; fence: number } | undefined;
  /** What became of the texts of a conversation on the desk, by outbox id: see `Turn.fates`. */
  fates: Record<string, string>;
}

/** One thought, to be written whole or not at all. */
export interface Turn {
  /** The turn this one follows; a lane that has moved on refuses it. */
  after: number;
  /** How many inbox items, from the oldest, this turn has dealt with. */
  taken: number;
  mode: LaneMode;
  conversation: string;
  /** A conversation that this one follows, kept so that all can be forgotten together. */
  previous: string | undefined;
  state: Buffer;
  number: Buffer;
  transcript: Buffer | undefined;
  optedOut: boolean;
  asked: Asked | undefined;
  timer: number | undefined;
  put: OutboxItem[];
  drop: string[];
  /**
   * Of a conversation on the desk, by outbox id: `waiting` for what is said now, and how it ended for what this turn hears of:
   * a provider's status or one of our own words, and an error code behind it. Callbacks write on from there, and a text
   * dropped while it waited reads `dropped`. They go when nothing was written for a week.
   */
  fates: Record<string, string>;
  leaseMs: number;
}

/** What came of trying to write under a lease. `moved`: nothing was written, for another holds the lane now. */
export type Written =
  /** `go`: the attempt is marked too, send it. Not when something new waits: that is thought about first. */
  { outcome: 'written'; go: boolean } | { outcome: 'moved' };

export interface Settlement {
  put: OutboxItem[];
  drop: string[];
  asked: Asked | undefined;
  /** Written instead of a release when nothing new waits: the next text's attempt, marked before its POST. */
  attempt: OutgoingText | undefined;
  /** With no attempt: release the lane until then (undefined: nothing further is due). */
  dueAt: number | undefined;
  leaseMs: number;
}

export type Settled =
  /** The attempt is marked: send it. */
  | { outcome: 'go' }
  | { outcome: 'released' }
  /** New texts, commands or reports came meanwhile: still leased, think again. */
  | { outcome: 'again'; lane: Lane }
  | { outcome: 'moved' };

const RECENT_SIDS = 3;

/** A lane's recent SIDs once these items are written. */
export function recentAfter(recent: readonly string[], put: readonly OutboxItem[]): string[] {
  const taken = put.flatMap((item) =>
    item.kind === 'text' && item.state === 'accepted' && item.sid ? [item.sid] : [],
  );
  return [...recent.filter((sid) => !taken.includes(sid)), ...taken].slice(-RECENT_SIDS);
}
