import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateSync } from 'otplib';
import { createMemoryAccountStore } from '../../../src/adapters/memory/account-store.ts';
import { createMemoryAuditAnchor, createMemoryAuditStore } from '../../../src/adapters/memory/audit-store.ts';
import { createMemoryDeskIndex } from '../../../src/adapters/memory/desk-index.ts';
import { createMemoryKeptItems } from '../../../src/adapters/memory/kept-items.ts';
import { createMemoryKeyStore } from '../../../src/adapters/memory/key-store.ts';
import { createMemoryLanes } from '../../../src/adapters/memory/lanes.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rate-limits.ts';
import { createMemoryRecords } from '../../../src/adapters/memory/records.ts';
import { createMemoryReviews } from '../../../src/adapters/memory/reviews.ts';
import { createMemorySessionStore } from '../../../src/adapters/memory/session-store.ts';
import { createMemoryTalkPapers } from '../../../src/adapters/memory/talk-papers.ts';
import { createMemoryTallies } from '../../../src/adapters/memory/tallies.ts';
import type { Role } from '../../../src/hotline/accounts/account.ts';
import { openAccounts } from '../../../src/hotline/accounts/open-accounts.ts';
import { createAudit } from '../../../src/hotline/audit/audit.ts';
import { createAuditTrail } from '../../../src/hotline/audit/audit-trail.ts';
import { createOldAudit } from '../../../src/hotline/audit/forget-audit.ts';
import { createAuditReader } from '../../../src/hotline/audit/read-audit.ts';
import { verifyAudit } from '../../../src/hotline/audit/verify-audit.ts';
import { createFloorCare } from '../../../src/hotline/floor/floor-care.ts';
import { newKeyring } from '../../../src/hotline/keyring.ts';
import type { Listings } from '../../../src/hotline/listings/listings.ts';
import type { CannedReply, LogCode, StoredHold } from '../../../src/hotline/ports.ts';
import { createPractice } from '../../../src/hotline/practice/practice.ts';
import { createRecordDesk } from '../../../src/hotline/records/record-desk.ts';
import type { TalkRecords } from '../../../src/hotline/records/talk-records.ts';
import { createFindForDesk } from '../../../src/hotline/referrals/find-for-desk.ts';
import { createReplies } from '../../../src/hotline/replies/replies.ts';
import { daysOf } from '../../../src/hotline/retention/days-of.ts';
import { createRetention } from '../../../src/hotline/retention/retention.ts';
import { createReviewDesk } from '../../../src/hotline/reviews/review-desk.ts';
import type { SetLibrary } from '../../../src/hotline/set-library.ts';
import { createReadStatistics } from '../../../src/hotline/statistics/read-statistics.ts';
import { createVault } from '../../../src/hotline/vault.ts';
import type { ConsoleDeps } from '../../../src/http/console-deps.ts';
import { handClock } from '../../hotline/samples.ts';
import { fakeDesk } from './fake-desk.ts';
import { type Answer, serveApp } from './serve-app.ts';
import { PUBLIC_URL, TWILIO } from './twilio-request.ts';

export const PASSWORD = 'nine brown herons stand here';

/** Nothing that these tests ask for looks at the flows. */
const noLibrary = {} as SetLibrary;

export interface Ask {
  method?: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One browser: keeps its session, brings its CSRF token, and says where it comes from. */
export interface Browser {
  id: string;
  cookie: string;
  csrf: string;
  ask(ask: Ask): Promise<Answer>;
}

/** The real app with real accounts in memory, over a desk that only remembers what it was asked. */
export async function serveConsole(changes: Partial<ConsoleDeps> = {}, publicUrl = PUBLIC_URL) {
  const clock = handClock();
  const keyring = newKeyring();
  const keyStore = createMemoryKeyStore();
  const vault = createVault({ keyring, keyStore });
  const store = createMemoryAccountStore();
  const [auditStore, anchor] = [createMemoryAuditStore(), createMemoryAuditAnchor()];
  const limits = createMemoryRateLimits();
  const log = { events: [] as LogCode[], event: (code: LogCode) => void log.events.push(code) };
  const office = openAccounts({
    ...{ clock, store, limits, vault, key: keyring.audit, programme: 'BeFree Textline', secondFactor: true },
    sessionStore: createMemorySessionStore(clock.now),
    revoked: (account) => fake.desk.events.append({ type: 'account', account }),
  });
  const files = mkdtempSync(path.join(os.tmpdir(), 'lantern-console-'));
  mkdirSync(path.join(files, 'assets'));
  writeFileSync(path.join(files, 'index.html'), '<style nonce="__NONCE__"></style><meta nonce="__NONCE__">');
  writeFileSync(path.join(files, 'assets', 'app-1.js'), 'export {};\n'.repeat(500));

  const secrets = new Map<string, string>();
  /** Somebody who has been through the whole invitation. */
  async function enlist(login: string, roles: Role[]): Promise<string> {
    const invited = await office.invitations.invite({
      ...{ login, name: login, roles, languages: ['en'], skills: [], loadCap: 4 },
    });
    const token = invited?.token ?? '';
    const accepted = await office.invitations.accept(token, PASSWORD);
    if (accepted.outcome !== 'done') throw new Error(accepted.outcome);
    secrets.set(login, accepted.secret);
    await office.invitations.confirm(token, codeOf(login));
    return accepted.account;
  }
  function codeOf(login: string): string {
    return generateSync({ secret: secrets.get(login) ?? '', epoch: Math.floor(clock.now() / 1000) });
  }

  const ana = await enlist('ana', ['advocate']);
  const fake = fakeDesk(ana);
  const audit = createAudit({ clock, store: auditStore, anchor, key: keyring.audit });
  const records = createMemoryRecords();
  const recordDesk = createRecordDesk({
    ...{ clock, vault, records, roster: office.accounts, events: fake.desk.events, library: noLibrary },
  });
  const replies = createReplies({
    ...{ clock, items: createMemoryKeptItems<CannedReply>(), events: fake.desk.events, languages: ['en', 'es'] },
  });
  const referrals = createFindForDesk({ clock, library: noLibrary });
  const tallies = createMemoryTallies();
  const reviewStore = createMemoryReviews();
  const statistics = createReadStatistics({ clock, tallies, timeZone: () => 'America/New_York' });
  const reviews = createReviewDesk({
    ...{ clock, vault, reviews: reviewStore, roster: office.accounts, events: fake.desk.events },
  });
  const { accounts } = office;
  const retention = createRetention({
    ...{ clock, vault, keyStore, records, log, reviews: reviewStore, lanes: createMemoryLanes() },
    ...{ days: () => daysOf({}), index: createMemoryDeskIndex(), papers: createMemoryTalkPapers() },
    ...{ holds: createMemoryKeptItems<StoredHold>(), audit: createOldAudit({ store: auditStore, key: keyring.audit }) },
  });
  const floor = createFloorCare({ clock, accounts, desk: fake.desk, statistics, reviews });
  const console: ConsoleDeps = {
    ...{ replies, referrals, talkRecords: {} as TalkRecords, listings: {} as Listings },
    ...{ ...office, desk: fake.desk, records: recordDesk, signOn: undefined, publicUrl, proxies: 0, files },
    practice: createPractice({ scripts: [], openRoom: nobody }),
    ...{ statistics, reviews, floor, retention },
    audit: createAuditTrail({ audit, limits, log }),
    auditReader: createAuditReader(auditStore),
    verifyAudit: () => verifyAudit({ store: auditStore, anchor, key: keyring.audit }),
    about: { programme: 'BeFree Textline', mode: 'live', languages: ['en', 'es'] },
    streamTiming: { presenceMs: 20, beatMs: 40 },
    ...changes,
  };
  const served = await serveApp({ console, log, now: clock.now }, { ...TWILIO, publicUrl });
  const origin = new URL(publicUrl).origin;

  function send({ method = 'GET', path: to, body, headers = {} }: Ask) {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const call = { method, path: to, headers: { origin, ...json, ...headers } };
    return served.call({ ...call, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  async function signIn(login: string): Promise<Browser> {
    clock.time += 30_000;
    const answer = await send({
      ...{ method: 'POST', path: '/api/session' },
      body: { login, password: PASSWORD, code: codeOf(login) },
    });
    const cookie = cookieIn(answer);
    if (cookie === undefined) throw new Error(`${login} did not get in: ${answer.body}`);
    const session = JSON.parse((await send({ path: '/api/session', headers: { cookie } })).body);
    const browser: Browser = {
      ...{ id: session.me.id, cookie, csrf: session.csrf },
      ask: (ask) => send({ ...ask, headers: { cookie: browser.cookie, 'x-csrf': browser.csrf, ...ask.headers } }),
    };
    return browser;
  }

  return {
    ...{ tallies, reviewStore, vault },
    ...{ served, clock, store, office, fake, log, keyring, auditStore, anchor, console, files, send, signIn, enlist },
    codeOf,
    pass(ms: number) {
      clock.time += ms;
    },
    async audited() {
      return (await createAuditReader(auditStore).latest(undefined, 10_000)).reverse();
    },
    async close() {
      await served.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

function nobody(): never {
  throw new Error('nobody practises here');
}

export type ServedConsole = Awaited<ReturnType<typeof serveConsole>>;

/** The cookie that an answer sets, as the browser sends it back. */
export function cookieIn({ headers }: Answer): string | undefined {
  const set = [headers['set-cookie']].flat().find((line) => line !== undefined);
  return set?.split(';', 1)[0];
}
