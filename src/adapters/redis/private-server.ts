import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { LineError } from '../../hotline/errors.ts';
import { connect, whenReady } from './connect.ts';
import { dataDirFault } from './data-dir-fault.ts';
import { endWithProcess } from './end-with-process.ts';
import { lockFolder } from './lock-folder.ts';
import { endProcess, redisServersOn } from './process-table.ts';
import { socketFolder } from './socket-folder.ts';
import { supervise } from './supervise.ts';

export interface PrivateServerOptions {
  /** Texters' data, or the keys that open it: two servers, so that a backup of one is worthless without the other. */
  name: 'data' | 'keys';
  /** DATA_DIR. The server's files go to a folder of its name there. */
  dir: string;
  /** Only the benchmark asks for `everysec`, which may lose the last second of acknowledged texts. */
  appendfsync?: 'always' | 'everysec';
  onEvent?: (event: PrivateServerEvent) => void;
}

export type PrivateServerEvent = 'stale-server-ended' | 'died' | 'restarted';

export interface PrivateServer {
  /** For `connect`. */
  readonly target: { socketPath: string };
  /** Undefined between its death and its restart. */
  readonly pid: number | undefined;
  /** Ends it cleanly and gives DATA_DIR back. */
  stop(): Promise<void>;
}

/** Loading a large append-only file takes minutes. */
const LONGEST_START_MS = 10 * 60_000;

/**
 * Runs a redis-server for this line alone, with nothing acknowledged before it is on disk, and starts it again when it
 * dies. It ends with this process; after a SIGKILL of this process the next start ends it first.
 * Throws a LineError: `config-invalid` when DATA_DIR is in use or redis-server is missing, `store-unavailable` when the
 * server does not come up.
 */
export async function startPrivateServer(options: PrivateServerOptions): Promise<PrivateServer> {
  const onEvent = options.onEvent ?? (() => {});
  const folder = ownFolder(path.join(options.dir, options.name));
  const unlock = lockFolder(folder);
  try {
    for (const pid of redisServersOn(folder)) {
      await endProcess(pid);
      onEvent('stale-server-ended');
    }
    const socket = socketFolder(folder);
    const launch = (): ChildProcess => spawnServer(folder, socket.socketPath, options.appendfsync ?? 'always');
    const supervised = supervise(launch, onEvent);
    const forget = endWithProcess(() => {
      supervised.signal();
      unlock();
    });
    const stop = async (): Promise<void> => {
      await supervised.stop();
      forget();
      socket.remove();
      unlock();
    };
    try {
      await answers(socket.socketPath, supervised.firstDeath, folder);
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      target: { socketPath: socket.socketPath },
      get pid() {
        return supervised.pid();
      },
      stop,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function ownFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return realpathSync(folder);
  } catch (error) {
    throw dataDirFault(`${folder} cannot be made.`, error);
  }
}

function spawnServer(folder: string, socketPath: string, appendfsync: string): ChildProcess {
  const settings = {
    port: '0',
    unixsocket: socketPath,
    unixsocketperm: '700',
    dir: folder,
    pidfile: path.join(folder, 'redis.pid'),
    logfile: path.join(folder, 'redis.log'),
    loglevel: 'warning',
    appendonly: 'yes',
    appendfsync,
    'no-appendfsync-on-rewrite': 'no',
    'maxmemory-policy': 'noeviction',
    // A lane's sealed state is longer than the usual 64 bytes; kept in one piece, its hash takes half the memory.
    'hash-max-listpack-value': '1024',
    save: '',
    // A crash report quotes the command that was running.
    'crash-log-enabled': 'no',
    'crash-memcheck-enabled': 'no',
  };
  const args = Object.entries(settings).flatMap(([setting, value]) => [`--${setting}`, value]);
  // Detached: Ctrl-C reaches a whole process group, and the line still has to drain into this server.
  return spawn('redis-server', args, { stdio: 'ignore', detached: true, cwd: folder });
}

async function answers(socketPath: string, death: Promise<Error | undefined>, folder: string): Promise<void> {
  const connection = connect({ socketPath }, 'accept');
  const died = death.then((cause) => {
    if (cause !== undefined) {
      throw new LineError('config-invalid', 'redis-server cannot be run: install it (apt-get install redis-server).', {
        cause,
      });
    }
    throw new LineError('store-unavailable', `redis-server ended at its start: ${lastWords(folder)}`);
  });
  try {
    await Promise.race([whenReady(connection, LONGEST_START_MS), died]);
  } finally {
    died.catch(() => {});
    connection.disconnect();
  }
}

function lastWords(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'redis.log'), 'utf8').trim().split('\n').slice(-3).join(' · ');
  } catch {
    return 'it left no log.';
  }
}
