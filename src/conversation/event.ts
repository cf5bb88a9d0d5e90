import type { Answer } from './answer.ts';
import type { ReceiptStatus, Release } from './turn.ts';

/** When, in ms since the epoch: when it happened for a text (HEARD), and the turn's own time for everything else. */
interface At {
  at: number;
}

export interface DangerEvent extends At {
  type: 'DANGER';
  /** `unsure`: the line asks. `none`: nothing but a possible minor was named. */
  level: 'none' | 'unsure' | 'crisis' | 'imminent';
  /** Codes for the desk: the rules that fired, never the texter's words. */
  reasons: string[];
  minor: boolean;
  selfHarm: boolean;
  /** The text is also the answer of a witness to the open question that stands: the flow goes on. */
  witness?: true;
  /** The text, where it is in doubt and may be no more than the answer to an open question. */
  told?: string;
  /** The text also asks to report it. */
  report?: WantedEvent;
}

/** What a text can mean. Flow steps handle ANSWER; every other belongs to the root, in every state. */
export type TextEvent =
  /** `silently`: the provider has confirmed already, or the text came too late to be answered. */
  | (At & { type: 'STOP'; silently: boolean })
  | (At & { type: 'START'; silently: boolean })
  | (At & { type: 'HELP'; silently: boolean })
  | DangerEvent
  | (At & { type: 'PERSON' })
  | (At & { type: 'EMERGENCY_NUMBER' })
  | (At & { type: 'MENU' })
  | (At & { type: 'BACK' })
  /** `asked` in so many words, or only heard in how they write. */
  | (At & { type: 'LANGUAGE'; language: string; offered: boolean; asked: boolean })
  | (At & { type: 'DELETE' })
  | (At & { type: 'BOT_QUESTION' })
  | (At & { type: 'HOLD' })
  | (At & { type: 'END_REQUEST' })
  | (At & { type: 'EMPTY' })
  | (At & { type: 'MEDIA' })
  | (At & { type: 'WHO_IS_THIS' })
  | (At & { type: 'CLOSING' })
  /** Something the line offers, asked for in plain words. `text` is the texter's own. */
  | (At & { type: 'TOPIC'; id: string; text: string })
  /** A question that has an approved answer. */
  | (At & { type: 'QUESTION'; id: string; text: string })
  /** A receipt code was in the text; `record` names the record, never the code itself. */
  | (At & { type: 'RECEIPT'; status: ReceiptStatus; record?: string; answer?: string })
  | (At & { type: 'ANSWER' } & Answer);

/** What a text asks for by itself. */
export type WantedEvent = Extract<TextEvent, { type: 'TOPIC' | 'QUESTION' }>;

/** What an answer to one of the line's own questions comes to. */
export type AsideEvent =
  /** It need not hold us up: go on where we were. */
  (At & { type: 'RESUME' }) | (At & { type: 'UNCLEAR' }) | (At & { type: 'ERASE' }) | (At & { type: 'NOT_SAFE' });

/** What did not come as the meaning of a text. */
export type InternalEvent =
  | (At & { type: 'BEGIN' })
  /** A text was received at `at`, whatever it means. */
  | (At & { type: 'HEARD' })
  /** A first text asked for something: it is remembered until the first question has its answer. */
  | (At & { type: 'WANT'; wanted: WantedEvent })
  /** The first text after a HOLD or a WHO_IS_THIS. */
  | (At & { type: 'RETURN'; from: 'hold' | 'who' })
  /** A text that nothing asked for, with no question on its way: ask again. */
  | (At & { type: 'ASK_AGAIN' })
  /** Found too late to be answered. */
  | (At & { type: 'LATE_TEXT'; danger: DangerEvent | undefined })
  /** A text with words came with a picture or a file. */
  | (At & { type: 'FILE' })
  | (At & { type: 'SILENCE' })
  | (At & { type: 'NOTICE' })
  | (At & { type: 'SCOPE_SILENCE' })
  | (At & { type: 'CLAIM'; advocate: string })
  | (At & {
      type: 'ADVOCATE_TEXT';
      advocate: string;
      text: string;
      id: string;
      confirmed: boolean;
      holdMs: number | undefined;
    })
  | (At & { type: 'CLOSE'; advocate: string; seen: number | undefined })
  | (At & { type: 'RELEASE' } & Release)
  /** Somebody wanted to let them go who had not seen what they wrote last. */
  | (At & { type: 'UNHEARD' })
  /** A human has judged how grave it is. */
  | (At & { type: 'SET_DANGER'; level: 'none' | 'crisis' | 'imminent' })
  | (At & { type: 'ATTENTION'; on: boolean })
  | (At & { type: 'MUTE'; on: boolean })
  /** Nobody is on shift, or nobody came in time. */
  | (At & { type: 'NOBODY_ON' })
  | (At & { type: 'DELIVERY'; key: string; lost: boolean; safety: boolean })
  | (At & { type: 'PROVIDER_OPT_OUT' });

/** Everything the machine can be told. Closed: a table that misses one does not compile. */
export type LineEvent = TextEvent | AsideEvent | InternalEvent;
