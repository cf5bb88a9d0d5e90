import path from 'node:path';
import type {
  AccountStore,
  AuditAnchor,
  AuditStore,
  CannedReply,
  DeskEvents,
  DeskIndex,
  FlowSets,
  KeptItems,
  KeyStore,
  Lanes,
  LineState,
  OwnListing,
  Presence,
  RateLimits,
  Records,
  Reviews,
  SessionStore,
  StoredHold,
  TalkPapers,
  Tallies,
} from '../../hotline/ports.ts';
import { createRedisAccountStore } from './account-store.ts';
import { createRedisAuditAnchor, createRedisAuditStore } from './audit-store.ts';
import { type Connection, type ConnectionState, connect, whenReady } from './connect.ts';
import { createRedisDeskEvents } from './desk-events.ts';
import { createRedisDeskIndex } from './desk-index.ts';
import { DESK } from './desk-keys.ts';
import { createRedisFlowSets } from './flow-sets.ts';
import { createRedisKeptItems } from './kept-items.ts';
import { createRedisKeyStore } from './key-store.ts';
import { createRedisLanes } from './lanes.ts';
import { createRedisLineState } from './line-state.ts';
import { loadScripts, readScripts } from './load-scripts.ts';
import { createRedisPresence } from './presence.ts';
import { type PrivateServer, startPrivateServer } from './private-server.ts';
import { createRedisRateLimits } from './rate-limits.ts';
import type { Target } from './read-target.ts';
import { createRedisRecords } from './records.ts';
import { createRedisReviews } from './reviews.ts';
import { runningServer } from './running-server.ts';
import { checkSettings } from './safe-settings.ts';
import { shareServer } from './same-server.ts';
import { createRedisSessionStore } from './session-store.ts';
import { createRedisTalkPapers } from './talk-papers.ts';
import { createRedisTallies } from './tallies.ts';

export interface StoreOptions {
  /** Empty: a private server under `dataDir`. Several: a cluster's nodes. */
  redisUrls: readonly string[];
  keystoreUrls: readonly string[];
  dataDir: string;
  /** Weakened only by the benchmark. */
  appendfsync?: 'always' | 'everysec';
  onState?: (state: ConnectionState) => void;
  /** An operator's command: while a line runs its private servers, they are shared with it. */
  besideLine?: boolean;
}

/** Everything of the line that lives in Redis. */
export interface Stores {
  lanes: Lanes;
  desk: DeskIndex;
  deskEvents: DeskEvents;
  presence: Presence;
  papers: TalkPapers;
  tallies: Tallies;
  reviews: Reviews;
  records: Records;
  listings: KeptItems<OwnListing>;
  holds: KeptItems<StoredHold>;
  replies: KeptItems<CannedReply>;
  lineState: LineState;
  flowSets: FlowSets;
  keyStore: KeyStore;
  accounts: AccountStore;
  sessions: SessionStore;
  limits: RateLimits;
  audit: AuditStore;
  auditAnchor: AuditAnchor;
  /** What is wrong with the store's settings, by code; empty when it cannot lose what it acknowledged. */
  unsafe(): Promise<string[]>;
  /** Rewrites the key store's files if a key was destroyed since they last were; true when it did. */
  rewriteKeys(): Promise<boolean>;
  /** Rejects, within 3 s, unless both stores take a write now. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

const READY_WITHIN_MS = 10_000;
const SCRIPTS = path.join(import.meta.dirname, 'scripts');

/** Opens the stores, starting private servers where no address is given. Rejects when one cannot be reached. */
export async function openStores(options: StoreOptions): Promise<Stores> {
  const servers: PrivateServer[] = [];
  const connections: Connection[] = [];
  const open = async (
    variable: 'REDIS_URL' | 'KEYSTORE_URL',
    target: Target,
    kind: 'accept' | 'work',
    onState: (state: ConnectionState) => void = () => {},
  ) => {
    let lost = '';
    const connection = connect(target, kind, (state) => {
      if (!state.ready) lost = ` (${state.code})`;
      onState(state);
    });
    connections.push(connection);
    try {
      await whenReady(connection, READY_WITHIN_MS);
    } catch (cause) {
      const mend = 'Check that it runs, and its address, user and password.';
      throw new Error(`${variable}: Redis cannot be used${lost}. ${mend}`, { cause });
    }
    return connection;
  };
  const target = async (urls: readonly string[], name: 'data' | 'keys'): Promise<Target> => {
    if (urls.length > 0) return urls.join(',');
    const running = options.besideLine ? await runningServer(options.dataDir, name) : undefined;
    if (running !== undefined) return running;
    const server = await startPrivateServer({
      name,
      dir: options.dataDir,
      appendfsync: options.appendfsync ?? 'always',
    });
    servers.push(server);
    return server.target;
  };
  const close = async () => {
    for (const connection of connections) connection.disconnect();
    await Promise.all(servers.map((server) => server.stop()));
  };

  try {
    const data = await target(options.redisUrls, 'data');
    const keys = await target(options.keystoreUrls, 'keys');
    const [accept, work, keyConnection] = [
      await open('REDIS_URL', data, 'accept', options.onState),
      await open('REDIS_URL', data, 'work'),
      await open('KEYSTORE_URL', keys, 'work'),
    ];
    const scripts = readScripts(SCRIPTS);
    const workScripts = loadScripts(work, scripts);
    const keyStore = createRedisKeyStore(keyConnection);
    const deskEvents = createRedisDeskEvents(work, () => {
      const waiting = connect(data, 'subscribe');
      connections.push(waiting);
      return waiting;
    });
    return {
      lanes: createRedisLanes({ accept: loadScripts(accept, scripts), work: workScripts, connection: work }),
      desk: createRedisDeskIndex(work, workScripts),
      deskEvents,
      presence: createRedisPresence(work, workScripts),
      papers: createRedisTalkPapers(work),
      records: createRedisRecords(work, workScripts),
      listings: createRedisKeptItems(work, workScripts, DESK.listings),
      holds: createRedisKeptItems(work, workScripts, DESK.holds),
      replies: createRedisKeptItems(work, workScripts, DESK.replies),
      tallies: createRedisTallies(work, workScripts),
      reviews: createRedisReviews(work, workScripts),
      lineState: createRedisLineState(work),
      flowSets: createRedisFlowSets(work),
      keyStore,
      accounts: createRedisAccountStore(work, workScripts),
      sessions: createRedisSessionStore(work),
      limits: createRedisRateLimits(work),
      audit: createRedisAuditStore(work, workScripts),
      auditAnchor: createRedisAuditAnchor(keyConnection, loadScripts(keyConnection, scripts)),
      async unsafe() {
        const problems = [...(await checkSettings(work)), ...(await checkSettings(keyConnection))];
        const codes = new Set<string>(problems.map(({ code }) => code));
        return [...codes, ...((await shareServer(work, keyConnection)) ? ['keys-beside-data'] : [])];
      },
      rewriteKeys: () => keyStore.rewriteDue(),
      async probe() {
        await accept.set('line:probe', '1', 'PX', 60_000);
        await keyConnection.ping();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
