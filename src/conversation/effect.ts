import type { Priority } from './state.ts';

/** How much a text of ours matters, which decides what may overtake it, cancel it, or still leave after STOP. */
export type Weight =
  | 'safety'
  | 'stop-confirmation'
  /** A direct answer to HELP, START or danger: the only kind that may leave after STOP. */
  | 'direct'
  | 'notice'
  | 'ordinary';

/** A message key and its values; the hotline renders and sends it. */
export interface Say {
  type: 'say';
  key: string;
  values?: Record<string, string | number>;
  weight: Weight;
  question?: boolean;
}

/** What a turn asks to be done, as data and in order. */
export type Effect =
  | Say
  /** An advocate's own words, which wait so long for them to think better of it. */
  | { type: 'say-text'; text: string; advocate: string; id: string; holdMs?: number }
  /** Drop every text not yet sent; `bot`: but an advocate's. Texts said earlier in the same turn are already left out. */
  | { type: 'cancel-unsent'; bot?: true }
  | { type: 'opt-out' }
  | { type: 'opt-in' }
  /** `urgency`: its place in the queue, whoever waits there or not. `of`: the record that it adds to. */
  | {
      type: 'record';
      kind: string;
      answers: Record<string, string>;
      consent: string;
      language: string;
      urgency: Priority;
      code: string;
      of?: string;
    }
  /** Destroy this texter's data keys once the last text has left. */
  | { type: 'forget' }
  /** The desk must see this on the card. */
  | { type: 'alert'; reason: string }
  | { type: 'end' };
