import type { Waits } from './spans.ts';

export type { Waits };

/** How many of what; `code` is worded by the console. */
export interface Share {
  code: string;
  count: number;
}

/** GET /api/statistics: a stretch of whole days on the line's own calendar, in numbers. */
export interface Statistics {
  from: string;
  to: string;
  contacts: number;
  days: { day: string; contacts: number; desk: number; closed: number }[];
  /** Contacts begun in each of the 24 hours, on the line's own clocks. */
  hours: number[];
  /** Languages and states with few contacts are one: `other`. */
  languages: Share[];
  places: Share[];
  /** Of conversations that an advocate closed. */
  kinds: Share[];
  outcomes: Share[];
  /** What was written down for somebody to act on, by the kind of record. */
  records: Share[];
  /** Who came to the desk, by how grave it was then. */
  desk: Share[];
  /** Who went before a human came. */
  abandoned: Share[];
  optOuts: number;
  /** Texts of ours that did not arrive. */
  failures: Share[];
  /** From a first text to the line's own answer. */
  firstAnswer: Waits;
  /** From coming to the desk to whoever took them. */
  toHuman: Waits;
  /** From coming to the desk to an advocate's first text. */
  toReply: Waits;
}
