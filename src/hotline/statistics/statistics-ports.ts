/** How often things happened, by day: numbers and codes, and nothing that leads back to a person. */
export interface Tallies {
  /** Adds to a day's counters, once by `tally.once` however often it is said within a week. */
  add(tally: Tally): Promise<void>;
  /** The counters of these days, in their order; a day without any is empty. */
  of(days: readonly string[]): Promise<Counts[]>;
}

/** By counter, such as `new` or `close.tip.recorded`. */
export type Counts = Record<string, number>;

export interface Tally {
  /** Random, made with the turn that shows it. */
  once: string;
  /** The line's own day, such as 2026-11-23. */
  day: string;
  counts: Counts;
}
