import { z } from 'zod';
import { loadCap } from './accounts.ts';

/** PUT /api/floor/:account/load-cap */
export const loadCapBody = z.strictObject({ loadCap });
/** POST /api/floor/:account/break */
export const breakBody = z.strictObject({});
/** POST /api/talks/:talk/take-over → CommandResult<{ fence }> */
export const takeOverBody = z.strictObject({});
/** POST /api/reviews/:talk: looked at, with a comment for whoever closed it. */
export const reviewBody = z.strictObject({ comment: z.string().trim().max(2_000).optional() });

export type LoadCapBody = z.input<typeof loadCapBody>;
export type BreakBody = z.input<typeof breakBody>;
export type TakeOverBody = z.input<typeof takeOverBody>;
export type ReviewBody = z.input<typeof reviewBody>;
