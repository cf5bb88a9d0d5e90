import { z } from 'zod';
import { VERDICTS } from '../../hotline/reviews/review-view.ts';
import { loadCap } from './accounts.ts';

/** PUT /api/floor/:account/load-cap */
export const loadCapBody = z.strictObject({ loadCap });
/** POST /api/floor/:account/break */
export const breakBody = z.strictObject({});
/** POST /api/talks/:talk/take-over → CommandResult<{ fence }> */
export const takeOverBody = z.strictObject({});
/** POST /api/reviews/:talk: looked at, with a comment for whoever closed it, who has to hear what was wrong. */
export const reviewBody = z
  .strictObject({ verdict: z.enum(VERDICTS), comment: z.string().trim().max(2_000).optional() })
  .refine(({ verdict, comment }) => verdict === 'fine' || comment, { path: ['comment'] });

export type LoadCapBody = z.input<typeof loadCapBody>;
export type BreakBody = z.input<typeof breakBody>;
export type TakeOverBody = z.input<typeof takeOverBody>;
export type ReviewBody = z.input<typeof reviewBody>;
