/**
 * What the console and the server say to each other: the only file of the server that the browser app knows. Nothing that it
 * loads runs, but for a few lists, so that the app carries no schema library.
 */
export * from '../hotline/accounts/account.ts';
export type * from '../hotline/audit/audit-view.ts';
export type * from '../hotline/desk/desk-event.ts';
export * from '../hotline/desk/desk-view.ts';
export type * from '../hotline/floor/floor-view.ts';
export type * from '../hotline/listings/listing-view.ts';
export type * from '../hotline/practice/practice-view.ts';
export * from '../hotline/records/record-view.ts';
export type * from '../hotline/referrals/referral-view.ts';
export * from '../hotline/replies/canned-reply.ts';
export * from '../hotline/retention/retention-view.ts';
export * from '../hotline/reviews/review-view.ts';
export type * from '../hotline/statistics/statistics-view.ts';
export type * from './console-bodies/accounts.ts';
export type * from './console-bodies/desk.ts';
export type * from './console-bodies/floor.ts';
export type * from './console-bodies/listings.ts';
export type * from './console-bodies/practice.ts';
export type * from './console-bodies/records.ts';
export type * from './console-bodies/referrals.ts';
export type * from './console-bodies/replies.ts';
export type * from './console-bodies/retention.ts';
export type * from './console-bodies/session.ts';
