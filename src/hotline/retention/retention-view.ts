/** What is kept for a time of its own. */
export const KEPT_KINDS = ['transcript', 'record', 'audit'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** What a legal hold can be laid on: a conversation, or a record with all that was added to it. */
export const HELD_KINDS = ['transcript', 'record'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** GET /api/retention: what is kept for how long, and what will be forgotten when. */
export interface RetentionView {
  now: number;
  /** How long each is kept after its last use, in days. */
  days: Record<KeptKind, number>;
  /** How many of each are kept now. */
  kept: Record<KeptKind, number>;
  /** The coming 24-hour spans, from `now` on, in which something goes. What is held is counted too: it stays all the same. */
  due: { from: number; counts: Record<KeptKind, number> }[];
  /** Newest first. */
  holds: HoldView[];
}

export interface HoldView {
  /** The conversation's or record's own id. */
  id: string;
  kind: HeldKind;
  /** An account. */
  by: string;
  at: number;
  reason: string;
  lifted?: { by: string; at: number; reason: string };
}
