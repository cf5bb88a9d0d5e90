import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';
import { readTarget, type Target } from './read-target.ts';

export type Connection = Redis | Cluster;

/**
 * - `accept` answers at once, also while the store is away: a text is stored now or not at all, and the webhook says so.
 * - `work` waits through a short absence and repeats what was cut off, so send only what may safely happen twice.
 * - `subscribe` is for blocking reads: a server that has not answered for longer than any of them is given up.
 */
export type ConnectionKind = 'accept' | 'work' | 'subscribe';

/** `code` is the system's or Redis's own error word (ECONNREFUSED, WRONGPASS), never a message. */
export type ConnectionState = { ready: true } | { ready: false; code: string };

/** With this, the longest that an accept can hang: a server that was reachable and stopped answering. */
const ACCEPT_TIMEOUT_MS = 3000;
const WORK_TIMEOUT_MS = 10_000;
/** Longer than any blocking read waits. */
const BLOCKED_TIMEOUT_MS = 12_000;
const CONNECT_TIMEOUT_MS = 2000;
/** A loading server is asked again this often; ioredis by default waits for seconds. */
const LOADING_RETRY_MS = 250;
/** How long a closed connection may keep the process alive. */
const DISCONNECT_TIMEOUT_MS = 200;
/** A cluster's slots are read again this often, so that a failover is seen without a redirect. */
const SLOTS_REFRESH_MS = 5000;

const common: RedisOptions = {
  connectTimeout: CONNECT_TIMEOUT_MS,
  maxLoadingRetryTime: LOADING_RETRY_MS,
  disconnectTimeout: DISCONNECT_TIMEOUT_MS,
  disableClientInfo: true,
  reconnectOnError: forgetCommand,
};

const kinds: Record<ConnectionKind, RedisOptions> = {
  accept: {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ACCEPT_TIMEOUT_MS,
    // Without this a server that hangs keeps its connection, and every text waits out the whole command timeout.
    socketTimeout: ACCEPT_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(20 * attempt, 250),
  },
  work: {
    maxRetriesPerRequest: 8,
    commandTimeout: WORK_TIMEOUT_MS,
    socketTimeout: WORK_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 5), 1000),
  },
  subscribe: {
    maxRetriesPerRequest: null,
    // A black hole keeps a connection, and who waits on it would never know.
    socketTimeout: BLOCKED_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 5), 1000),
  },
};

/**
 * Opens a connection that heals by itself and never throws, logs or emits an unhandled error: `onState` hears when it
 * becomes ready and when it is lost. Close it with `disconnect()`. Throws a TypeError on an address that cannot be read.
 */
export function connect(
  target: Target,
  kind: ConnectionKind,
  onState: (state: ConnectionState) => void = () => {},
): Connection {
  const { options, cluster } = readTarget(target);
  const connection =
    cluster === undefined
      ? new Redis({ ...common, ...kinds[kind], ...options })
      : openCluster(cluster, { ...common, ...kinds[kind], ...options }, kind);
  let last: string | undefined;
  let failure = 'closed';
  const tell = (state: ConnectionState): void => {
    const now = state.ready ? 'ready' : 'lost';
    if (now === last) return;
    last = now;
    onState(state);
  };
  connection.on('error', (error: Error) => {
    failure = codeOf(error);
  });
  connection.on('ready', () => tell({ ready: true }));
  connection.on('close', () => tell({ ready: false, code: failure }));
  return connection;
}

/**
 * Resolves when commands can be sent, to every master of a cluster; rejects after `timeoutMs`, or at once when the
 * connection was closed for good.
 */
export async function whenReady(connection: Connection, timeoutMs: number): Promise<void> {
  if (connection.status !== 'ready') await readyEvent(connection, timeoutMs);
  if (connection instanceof Cluster) {
    await Promise.all(connection.nodes('master').map((node) => whenReady(node, timeoutMs)));
  }
}

function readyEvent(connection: Connection, timeoutMs: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => settle(new Error('Redis did not become ready in time.')), timeoutMs);
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      connection.off('ready', settle);
      connection.off('end', onEnd);
      if (error === undefined) resolve();
      else reject(error);
    };
    const onEnd = (): void => settle(new Error('The connection to Redis was closed.'));
    connection.once('ready', settle);
    connection.once('end', onEnd);
  });
}

function openCluster(nodes: { host: string; port: number }[], shared: RedisOptions, kind: ConnectionKind): Cluster {
  const { enableOfflineQueue, retryStrategy, ...redisOptions } = shared;
  const atOnce = kind === 'accept';
  const options: ClusterOptions = {
    redisOptions,
    enableOfflineQueue,
    clusterRetryStrategy: (attempt) => (typeof retryStrategy === 'function' ? (retryStrategy(attempt) ?? null) : null),
    slotsRefreshInterval: SLOTS_REFRESH_MS,
    // Certificates are issued to names: with TLS a node must be called by its own.
    ...(shared.tls === undefined ? {} : { dnsLookup: (address, done) => done(null, address) }),
    ...(atOnce ? { maxRedirections: 4, retryDelayOnFailover: 0, retryDelayOnClusterDown: 0 } : {}),
  };
  const cluster = new Cluster(nodes, options);
  // ioredis opens a node at its first command, and without an offline queue refuses the second one until it is open.
  cluster.on('+node', (node: Redis) => {
    if (node.status === 'wait') node.connect().catch(() => {});
  });
  return cluster;
}

/**
 * ioredis hangs the command and its arguments on every error reply, where a logger would find them. It asks this on each
 * one. True makes it reconnect: a server that was made read-only is often no longer the one behind its address.
 */
function forgetCommand(error: Error): boolean {
  Reflect.deleteProperty(error, 'command');
  return error.message.startsWith('READONLY');
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]+(?= )/.exec(error.message)?.[0] ?? 'unknown';
}
