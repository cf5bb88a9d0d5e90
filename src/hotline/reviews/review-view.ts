import type { Priority } from '../../conversation/priority.ts';
import type { ContactOutcome, KindOfContact, StaffName } from '../desk/desk-view.ts';

/** Why a conversation should be looked at twice. `share`: it was drawn. */
export const REVIEW_REASONS = ['red', 'hard', 'alerts', 'share'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** What a second look came to. What was wrong is always said in words too. */
export const VERDICTS = ['fine', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** GET /api/reviews */
export interface ReviewView {
  talk: string;
  closedAt: number;
  by: StaffName;
  priority: Priority;
  kind: KindOfContact;
  outcome: ContactOutcome;
  why: ReviewReason[];
  alerts: string[];
}

/** GET /api/me/comments: what reviewers wrote to one. */
export interface ReviewComment {
  talk: string;
  at: number;
  by: StaffName;
  verdict: Verdict;
  text: string;
}
