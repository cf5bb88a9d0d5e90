import path from 'node:path';
import { readPractice } from './adapters/files/read-practice.ts';
import { createSingleSignOn, type OpenIdOptions } from './adapters/openid/single-sign-on.ts';
import type { Stores } from './adapters/redis/open-stores.ts';
import { DEMO_ACCOUNTS, makeDemoAccounts } from './hotline/accounts/demo-accounts.ts';
import { openAccounts } from './hotline/accounts/open-accounts.ts';
import { createSignOn, SIGN_ON_RETURN } from './hotline/accounts/sign-on.ts';
import { createAudit } from './hotline/audit/audit.ts';
import { createAuditTrail } from './hotline/audit/audit-trail.ts';
import { createOldAudit } from './hotline/audit/forget-audit.ts';
import { createAuditReader } from './hotline/audit/read-audit.ts';
import { verifyAudit } from './hotline/audit/verify-audit.ts';
import { createDeskService } from './hotline/desk/create-desk-service.ts';
import { createTalks } from './hotline/desk/talks.ts';
import { createFloorCare } from './hotline/floor/floor-care.ts';
import type { Keyring } from './hotline/keyring.ts';
import type { Line } from './hotline/line.ts';
import { createListings } from './hotline/listings/listings.ts';
import type { Clock, Log, MediaSource, Translator } from './hotline/ports.ts';
import { createPractice } from './hotline/practice/practice.ts';
import { readScripts } from './hotline/practice/script.ts';
import { createRecordDesk } from './hotline/records/record-desk.ts';
import { createTalkRecords } from './hotline/records/talk-records.ts';
import { createFindForDesk } from './hotline/referrals/find-for-desk.ts';
import { createReplies } from './hotline/replies/replies.ts';
import { daysOf } from './hotline/retention/days-of.ts';
import { createRetention } from './hotline/retention/retention.ts';
import { createReviewDesk } from './hotline/reviews/review-desk.ts';
import type { SetLibrary } from './hotline/set-library.ts';
import { createReadStatistics } from './hotline/statistics/read-statistics.ts';
import type { ConsoleDeps } from './http/console-deps.ts';
import { openPracticeRoom } from './open-practice-room.ts';

/** What the console stands on besides the line itself. */
export interface ConsoleOptions {
  mode: 'demo' | 'live';
  publicUrl: string;
  proxies: number;
  openid?: Omit<OpenIdOptions, 'redirectUri'>;
  clock: Clock;
  keyring: Keyring;
  log: Log;
  stores: Stores;
  line: Line;
  library: SetLibrary;
  media: MediaSource;
  translator: Translator;
}

const ROOT = path.join(import.meta.dirname, '..');
const FILES = path.join(ROOT, 'dist', 'console');

/** Puts together what advocates and operators work with. In demo mode its accounts are made. */
export async function openConsole(options: ConsoleOptions): Promise<ConsoleDeps> {
  const { mode, clock, keyring, log, stores, line, library, media, translator, publicUrl, proxies } = options;
  const { vault } = line;
  const { programme, languages } = library.current().set.profile;
  const demo = mode === 'demo';
  const { accounts: store, limits } = stores;
  const office = openAccounts({
    ...{ clock, store, limits, vault, programme, key: keyring.audit, secondFactor: !demo },
    sessionStore: stores.sessions,
    revoked: (account) => desk.events.append({ type: 'account', account }),
  });
  const retention = createRetention({
    ...{ ...stores, clock, vault, log, index: stores.desk },
    days: () => daysOf(library.current().set.profile),
    audit: createOldAudit({ store: stores.audit, key: keyring.audit }),
  });
  const desk = createDeskService({
    ...{ ...stores, clock, vault, library, log, index: stores.desk, events: stores.deskEvents },
    ...{ roster: office.accounts, lane: line.commands, legalHold: retention.isHeld, media, translator },
  });
  const records = createRecordDesk({
    ...{ clock, vault, library, records: stores.records, roster: office.accounts, events: stores.deskEvents },
  });
  const listings = createListings({
    ...{ clock, items: stores.listings, records, library, events: stores.deskEvents },
  });
  await desk.events.follow(undefined, ({ type }) => {
    if (type === 'directory' || type === 'reset') listings.load().catch(() => log.event('unexpected'));
  });
  await listings.load();
  const replies = createReplies({
    ...{ clock, items: stores.replies, events: stores.deskEvents, languages: Object.keys(languages) },
  });
  const talkRecords = createTalkRecords({
    ...{ clock, vault, keyring, records: stores.records, events: stores.deskEvents },
    talks: createTalks({ lanes: stores.lanes, vault, index: stores.desk, library }),
  });
  const statistics = createReadStatistics({
    ...{ clock, tallies: stores.tallies, timeZone: () => library.current().set.profile.timeZone },
  });
  const reviews = createReviewDesk({
    ...{ clock, vault, reviews: stores.reviews, roster: office.accounts, events: stores.deskEvents },
  });
  const floor = createFloorCare({ clock, accounts: office.accounts, desk, statistics, reviews });
  if (demo) await makeDemoAccounts({ clock, store, vault });
  const audit = createAudit({ clock, store: stores.audit, anchor: stores.auditAnchor, key: keyring.audit });
  const { scripts, signs, faults } = readScripts(await readPractice(path.join(ROOT, 'practice')));
  if (faults.length > 0) log.event('practice-left-out', { count: faults.length });
  const practice = createPractice({
    scripts,
    openRoom: (trainee) => openPracticeRoom({ clock, library, signs, trainee }),
  });
  const provider = options.openid && createSingleSignOn({ ...options.openid, redirectUri: publicUrl + SIGN_ON_RETURN });
  return {
    ...{
      ...office,
      desk,
      records,
      replies,
      referrals: createFindForDesk({ clock, library }),
      practice,
      publicUrl,
      proxies,
      files: FILES,
    },
    talkRecords,
    listings,
    ...{ statistics, reviews, floor, retention },
    signOn: provider && createSignOn({ provider, store, log }),
    audit: createAuditTrail({ audit, limits, log }),
    auditReader: createAuditReader(stores.audit),
    verifyAudit: () => verifyAudit({ store: stores.audit, anchor: stores.auditAnchor, key: keyring.audit }),
    about: { programme, mode, languages: Object.keys(languages), ...(demo && { demoAccounts: [...DEMO_ACCOUNTS] }) },
  };
}
