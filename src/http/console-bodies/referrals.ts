import { z } from 'zod';

/** POST /api/referrals → ReferralView. In the body, for where somebody is must stand in no address. */
export const referralBody = z.strictObject({
  request: z.string().trim().min(1).max(200),
  place: z.string().trim().max(200).default(''),
  language: z.string().regex(/^[a-z]{2}$/),
  after: z.int().min(0).max(300).default(0),
});

export type ReferralBody = z.input<typeof referralBody>;
