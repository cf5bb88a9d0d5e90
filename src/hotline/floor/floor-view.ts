import type { Colleague } from '../desk/desk-view.ts';

/** Somebody of the staff, as whoever cares for them sees them. */
export interface OnFloor extends Colleague {
  /** Their console is open. */
  present: boolean;
  /** Since when they are on shift, on a break or off; unset where nobody knows. */
  shiftSince?: number;
  /** Conversations of the last seven days that they called hard. */
  hard: number;
}

/** GET /api/floor/care */
export interface Floor {
  now: number;
  staff: OnFloor[];
  /** Closed conversations that wait for a second look. */
  reviews: number;
}
