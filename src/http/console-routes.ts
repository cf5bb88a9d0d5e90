import { ACCOUNT_ROUTES } from './console-accounts.ts';
import { AUTHENTICATOR_ROUTES } from './console-authenticator.ts';
import { DESK_ROUTES } from './console-desk.ts';
import { consoleEvents } from './console-events.ts';
import { FLOOR_ROUTES } from './console-floor.ts';
import { consolePages } from './console-pages.ts';
import { PRACTICE_ROUTES } from './console-practice.ts';
import { RECORD_ROUTES } from './console-records.ts';
import { REFERRAL_ROUTES } from './console-referrals.ts';
import { REPLY_ROUTES } from './console-replies.ts';
import { RETENTION_ROUTES } from './console-retention.ts';
import { SESSION_ROUTES } from './console-session.ts';
import { SIGN_ON_ROUTES } from './console-sign-on.ts';
import { STATISTICS_ROUTES } from './console-statistics.ts';
import type { Route } from './route.ts';

/** The console's part of the route table. */
export const CONSOLE_ROUTES: readonly Route[] = [
  ...SESSION_ROUTES,
  ...AUTHENTICATOR_ROUTES,
  ...SIGN_ON_ROUTES,
  ...DESK_ROUTES,
  { method: 'get', path: '/api/events', guard: 'staff', handler: (deps) => consoleEvents(deps) },
  ...PRACTICE_ROUTES,
  ...RECORD_ROUTES,
  ...REPLY_ROUTES,
  ...REFERRAL_ROUTES,
  ...FLOOR_ROUTES,
  ...STATISTICS_ROUTES,
  ...ACCOUNT_ROUTES,
  ...RETENTION_ROUTES,
  { method: 'all', path: '/console', guard: 'page', handler: consolePages },
];
