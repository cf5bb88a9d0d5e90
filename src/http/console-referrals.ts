import { referralBody } from './console-bodies/referrals.ts';
import { api } from './console-row.ts';
import type { Route } from './route.ts';

/** The directory, as an advocate asks it for somebody they talk with. */
export const REFERRAL_ROUTES: readonly Route[] = [
  api('post', '/api/referrals', 'desk', {
    body: referralBody,
    answer: ({ referrals }, { body }) => ({ json: referrals(body) }),
  }),
];
