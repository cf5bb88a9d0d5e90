import { PRIORITIES, type Priority } from '../../conversation/priority.ts';
import type { Shift } from '../accounts/account.ts';

export { PRIORITIES, type Priority };

/** A person at the desk, in codes: no word, number or name of theirs. Times are ms since the epoch, by the server's clock. */
export interface CardView {
  /** The conversation's own id: random, and new with every conversation. */
  talk: string;
  /** Rises with every turn; a view fetched at an older version is stale. */
  version: number;
  priority: Priority;
  /** Codes of what brought them here, worded by the console. */
  reasons: string[];
  /** `closed`: the desk has nothing to do with it any more; it can still be read. */
  status: 'waiting' | 'live' | 'opted-out' | 'closed';
  since: number;
  owner?: StaffName;
  /** Handed to this person, who has the first minute; then anyone may take it. */
  reservedFor?: StaffName;
  /** A tag that the next advocate should have. */
  skill?: string;
  silentSince?: number;
  language: string;
  minor: boolean;
  alerts: string[];
  /** A supervisor was asked to look. */
  attention: boolean;
  muted: boolean;
  /** When their last text came, for the unread mark. */
  lastTextAt: number;
  /** Since when they have waited for an answer of a live advocate; unset when the advocate wrote last. */
  unansweredSince?: number;
}

export interface StaffName {
  id: string;
  name: string;
}

/** GET /api/queue */
export interface Queue {
  now: number;
  /** In the order in which they should be taken. */
  waiting: CardView[];
  /** One's own, and for supervisors everybody's. */
  live: CardView[];
  /** Opted out in danger: seen to and closed by a human, never texted. */
  optedOut: CardView[];
  counts: Record<Priority, { waiting: number; longestMs: number }>;
  onShift: number;
}

/** What the texter told the bot, to be read in ten seconds. */
export interface Handoff {
  language: string;
  speaks?: string;
  danger?: 'crisis' | 'imminent';
  /** Codes of the rules that fired. */
  reasons: string[];
  minor: boolean;
  selfHarm: boolean;
  optedOut: boolean;
  /** Nothing may go out: `hold` the texter said so, `who` someone else may have the phone. */
  held?: 'hold' | 'who';
  /** What the bot asked and what it took the answer for: `question` is a message key and its words in the advocate's language. */
  answers: { name: string; question: string; value: string }[];
  silentSince?: number;
  /** Earlier conversations of this texter that are still kept. */
  earlier: { talk: string; at: number }[];
}

export const DELIVERY_STATES = [
  'held-back',
  'waiting',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'failed',
  'expired',
  'unknown',
  'dropped',
] as const;
/** `held-back`: still inside the undo window. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type Entry = {
  /** Counts from 0 in each conversation and never changes. */
  n: number;
  at: number;
} & (
  | {
      kind: 'texter';
      text: string;
      media: { at: number; contentType: string }[];
      late: boolean;
      translation?: Translation;
    }
  | { kind: 'bot'; text: string; id?: string }
  | { kind: 'advocate'; text: string; by: StaffName; id: string; original?: Original }
  /** A thing that happened, by code. */
  | { kind: 'event'; code: string; by?: StaffName }
);

/** What a machine made of a text. Both are kept, and this one is always labelled as the machine's. */
export interface Translation {
  text: string;
  from: string;
  to: string;
  machine: true;
}

/** What an advocate wrote, where what was sent is a machine's translation of it. */
export interface Original {
  text: string;
  language: string;
}

export interface Note {
  at: number;
  by: StaffName;
  text: string;
  /** The reason that somebody gave for what they did; unset for a note of its own. */
  about?: 'danger' | 'mute' | 'reveal' | 'transfer' | 'attention';
}

/** GET /api/talks/:talk?after=N : entries from N on. */
export interface TalkView {
  card: CardView;
  /** Present while this account holds the conversation; every command carries it. */
  fence?: number;
  handoff: Handoff;
  entries: Entry[];
  /** The number of the next entry. */
  next: number;
  /** By outbox id. */
  deliveries: Record<string, { state: DeliveryState; code?: number }>;
  notes: Note[];
  /** This account's unsent words. */
  draft: string;
  /** They text in a language that this account does not speak, and a machine can put it into one that it does. */
  translates: boolean;
  legalHold: boolean;
}

/** GET /api/colleagues: somebody to whom a conversation may be handed. */
export interface Colleague extends StaffName {
  shift: Shift;
  talks: number;
  loadCap: number;
  languages: string[];
  skills: string[];
}

/** GET /api/steps: a step at which the bot may go on, worded in the account's language. */
export interface BotStep {
  step: string;
  label: string;
}

/** The six kinds of contact, and what came of one. */
export const KINDS_OF_CONTACT = ['crisis', 'tip', 'training', 'referral', 'information', 'related'] as const;
export const OUTCOMES = ['helped', 'referred', 'handed-over', 'recorded', 'no-answer', 'not-for-us', 'abuse'] as const;
export type KindOfContact = (typeof KINDS_OF_CONTACT)[number];
export type ContactOutcome = (typeof OUTCOMES)[number];

/** Why a command did nothing. The console words each of them. */
export const COMMAND_REFUSALS = [
  'not-owner',
  'not-waiting',
  'gone',
  'empty',
  'too-long',
  'opted-out',
  'silent',
  'held',
  'wrong-thread',
  'load-cap',
  'not-on-shift',
  'too-late',
  'stale',
  'too-many',
  'untranslated',
  'unknown',
] as const;
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number];
export type CommandResult<T = object> = ({ outcome: 'done' } & T) | { outcome: CommandRefusal; detail?: string };
