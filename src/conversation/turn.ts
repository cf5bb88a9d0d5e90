import type { Effect } from './effect.ts';
import type { DangerLists } from './published-set.ts';
import type { ConversationState } from './state.ts';

export interface TextItem {
  kind: 'text';
  text: string;
  /** ms since the epoch. */
  receivedAt: number;
  /** Content types. */
  media: string[];
  /** Where the provider keeps them, in the same order: for the transcript alone. */
  links?: string[];
  /** Found by the sweep more than 15 minutes late. */
  late: boolean;
  /** The provider took it for one of its keywords and has replied already. */
  providerHandled?: 'stop' | 'start' | 'help';
  /** It held a receipt code, which was looked up. */
  receipt?: Receipt;
}

/** How far a report has come, in neutral words. `unknown`: no such code; `limited`: too many were tried. */
export type ReceiptStatus = 'received' | 'in-review' | 'closed' | 'unknown' | 'limited';

/** What is known of a receipt code; `record` names the record, as an HMAC of the code. */
export interface Receipt {
  status: ReceiptStatus;
  record?: string;
  /** What the staff left for whoever holds the code, in words that a second of them approved. */
  answer?: string;
}

/** An advocate, or the desk on their behalf, lets a person go. */
export interface Release {
  to: 'queue' | 'bot';
  /** Where the bot goes on; a step that may not be chosen is the menu. */
  step?: string;
  /** Why the desk took the person from whoever had them; unset when the advocate did so. */
  why?: 'owner-gone' | 'unanswered' | 'reassigned';
  /** Who alone may take them until then, in ms since the epoch. */
  reserved?: { for: string; until: number };
  skill?: string;
  /** To the bot: when the last text came that whoever lets go has seen. A later one must be seen by somebody first. */
  seen?: number;
}

/** One thing that happened to a conversation. */
export type TurnItem =
  | TextItem
  | { kind: 'timer'; name: 'silence' | 'notice' | 'scope' }
  | { kind: 'claim'; advocate: string }
  /**
   * `confirmed`: the advocate was told of the silence and sends it all the same. `holdMs`: how long it may be taken back.
   * `original`: what they wrote, where the text is a machine's translation of it.
   */
  | {
      kind: 'advocate-text';
      advocate: string;
      text: string;
      id: string;
      confirmed?: boolean;
      holdMs?: number;
      original?: { text: string; language: string };
    }
  /** `seen`: as of a release. `optedOut`: of somebody who has opted out, and of nobody else. */
  | { kind: 'close'; advocate: string; disposition?: string; seen?: number; optedOut?: true }
  | ({ kind: 'release'; advocate?: string } & Release)
  | { kind: 'set-danger'; advocate: string; level: 'none' | 'crisis' | 'imminent' }
  /** Without an advocate: the desk itself asks for a supervisor. */
  | { kind: 'attention'; advocate?: string; on: boolean }
  | { kind: 'mute'; advocate: string; on: boolean }
  | { kind: 'nobody-on' }
  /** Nothing happened: the desk's index lost the card, and is shown it again. */
  | { kind: 'show' }
  /** Something we sent did not arrive, or nobody knows. */
  | {
      kind: 'delivery';
      key: string;
      outcome: 'undelivered' | 'failed' | 'expired' | 'unknown';
      code?: number;
      safety: boolean;
    }
  | { kind: 'opted-out-at-provider' };

/** The last question: when it was sent (unset: not yet, or never) and whether it is known not to have arrived, or not to exist. */
export interface Asked {
  at?: number;
  undelivered: boolean;
}

/** A safety reply known to be lost. */
export interface LostSay {
  key: string;
}

export interface TurnInput {
  /** ms since the epoch, on the business clock. */
  now: number;
  /** In the order in which they came. */
  items: readonly TurnItem[];
  asked: Asked;
  /** Fresh and random; used if a record is made in this turn. */
  receiptCode: string;
  lost: readonly LostSay[];
  /** Today's danger lists, which apply at once to conversations pinned to older sets. */
  danger?: DangerLists;
}

export interface TurnResult {
  state: ConversationState;
  effects: Effect[];
  /** A new conversation was begun in this turn. */
  fresh: boolean;
}
