import type { Accounts } from '../hotline/accounts/accounts.ts';
import type { Authenticators } from '../hotline/accounts/authenticators.ts';
import type { Invitations } from '../hotline/accounts/invitations.ts';
import type { Sessions } from '../hotline/accounts/sessions.ts';
import type { SignIn } from '../hotline/accounts/sign-in.ts';
import type { SignOn } from '../hotline/accounts/sign-on.ts';
import type { AuditTrail } from '../hotline/audit/audit-trail.ts';
import type { Verified } from '../hotline/audit/audit-view.ts';
import type { AuditReader } from '../hotline/audit/read-audit.ts';
import type { DeskService } from '../hotline/desk/desk-service.ts';
import type { FloorCare } from '../hotline/floor/floor-care.ts';
import type { Listings } from '../hotline/listings/listings.ts';
import type { Practice } from '../hotline/practice/practice.ts';
import type { RecordDesk } from '../hotline/records/record-desk.ts';
import type { TalkRecords } from '../hotline/records/talk-records.ts';
import type { FindForDesk } from '../hotline/referrals/find-for-desk.ts';
import type { Replies } from '../hotline/replies/replies.ts';
import type { Retention } from '../hotline/retention/retention.ts';
import type { ReviewDesk } from '../hotline/reviews/review-desk.ts';
import type { ReadStatistics } from '../hotline/statistics/read-statistics.ts';
import type { Session } from './console-bodies/session.ts';

/** What the console's side of the web stands on. */
export interface ConsoleDeps {
  accounts: Accounts;
  invitations: Invitations;
  sessions: Sessions;
  signIn: SignIn;
  authenticators: Authenticators;
  /** Undefined where no provider is set up. */
  signOn: SignOn | undefined;
  audit: AuditTrail;
  auditReader: AuditReader;
  /** Looks through the whole chain. */
  verifyAudit(): Promise<Verified>;
  desk: DeskService;
  records: RecordDesk;
  listings: Listings;
  talkRecords: TalkRecords;
  replies: Replies;
  referrals: FindForDesk;
  practice: Practice;
  floor: FloorCare;
  reviews: ReviewDesk;
  statistics: ReadStatistics;
  retention: Retention;
  /** Where browsers reach the line, without a slash at the end. */
  publicUrl: string;
  /** What everybody may know who opens the page. */
  about: Pick<Session, 'programme' | 'mode' | 'languages' | 'demoAccounts'>;
  /** How many proxies of ours add to X-Forwarded-For. With none, a caller's own address is not known behind one. */
  proxies: number;
  /** The folder of the console's built files. */
  files: string;
  /** How often an open stream looks at its session and says that it lives; tests make it quick. */
  streamTiming?: { presenceMs: number; beatMs: number };
}
