import type { Priority } from '../../conversation/priority.ts';
import type { ContactOutcome, KindOfContact } from '../desk/desk-view.ts';
import type { ReviewReason, Verdict } from './review-view.ts';

/** A closed conversation that somebody else should look at, in codes. */
export interface StoredReview {
  talk: string;
  closedAt: number;
  /** The account that closed it. */
  by: string;
  priority: Priority;
  kind: KindOfContact;
  outcome: ContactOutcome;
  why: ReviewReason[];
  alerts: string[];
  reviewed?: StoredLook;
}

/** The second look. The comment is sealed under the conversation's key (base64), and forgotten with it. */
export interface StoredLook {
  at: number;
  by: string;
  verdict: Verdict;
  comment?: string;
}

/** Kept for three months, unless their conversations are forgotten before. */
export interface Reviews {
  /** The first of a conversation stays. */
  add(review: StoredReview): Promise<void>;
  get(talk: string): Promise<StoredReview | undefined>;
  /** Those that wait for their second look, the oldest first. */
  open(limit: number): Promise<StoredReview[]>;
  count(): Promise<number>;
  /** False when another was first, or it is not kept any more. */
  finish(talk: string, look: StoredLook): Promise<boolean>;
  /** Those with a comment for this account, the latest first. */
  commented(account: string, limit: number): Promise<StoredReview[]>;
  erase(talks: readonly string[]): Promise<void>;
}
