import type { Redis } from 'ioredis';
import type { Connection } from './connect.ts';
import { eachMaster, readInfo } from './each-master.ts';

export interface Problem {
  code:
    | 'not-append-only'
    | 'not-synced-always'
    | 'not-synced-during-rewrite'
    | 'evicts'
    | 'not-master'
    | 'last-write-failed'
    | 'cannot-be-verified';
  /** host:port, or the socket. */
  server: string;
  /** What is wrong and how to mend it. */
  message: string;
}

export interface CheckOptions {
  /** The operator says that the provider keeps every acknowledged write, by means that these settings do not show. */
  durable?: boolean;
}

/**
 * What could make the store lose a text that it acknowledged, on every server that takes writes; empty when nothing.
 * Rejects when a server cannot be reached.
 */
export async function checkSettings(connection: Connection, options: CheckOptions = {}): Promise<Problem[]> {
  const found = await Promise.all(
    eachMaster(connection).map((server) => checkServer(server, options.durable === true)),
  );
  return found.flat();
}

async function checkServer(server: Redis, durable: boolean): Promise<Problem[]> {
  const [persistence, replication, memory, settings] = await Promise.all([
    readInfo(server, 'persistence'),
    readInfo(server, 'replication'),
    readInfo(server, 'memory'),
    readSettings(server, ['appendfsync', 'no-appendfsync-on-rewrite']),
  ]);
  const name = server.options.path ?? `${server.options.host}:${server.options.port}`;
  const problems: Problem[] = [];
  const demand = (holds: boolean, code: Problem['code'], message: string): void => {
    if (!holds) problems.push({ code, server: name, message: `${name}: ${message}` });
  };
  demand(replication.get('role') === 'master', 'not-master', 'is a replica: name the master.');
  const policy = memory.get('maxmemory_policy');
  demand(policy === 'noeviction', 'evicts', `set maxmemory-policy to noeviction (it is ${policy}).`);
  if (durable) return problems;
  demand(persistence.get('aof_enabled') === '1', 'not-append-only', 'set appendonly to yes.');
  const wrote = persistence.get('aof_last_write_status') === 'ok';
  demand(wrote, 'last-write-failed', 'its last write to disk failed: see its log and the disk.');
  if (settings === undefined) {
    const mend = 'if the provider guarantees that no acknowledged write is lost, say so in the settings.';
    demand(false, 'cannot-be-verified', `CONFIG is forbidden, so appendfsync is unknown: ${mend}`);
    return problems;
  }
  demand(settings.get('appendfsync') === 'always', 'not-synced-always', 'set appendfsync to always.');
  const throughout = settings.get('no-appendfsync-on-rewrite') === 'no';
  demand(throughout, 'not-synced-during-rewrite', 'set no-appendfsync-on-rewrite to no.');
  return problems;
}

/** Undefined where the provider forbids CONFIG, or has renamed it. */
async function readSettings(server: Redis, names: string[]): Promise<Map<string, string> | undefined> {
  try {
    const entries = names.map(async (name): Promise<[string, string]> => {
      const [, value] = (await server.config('GET', name)) as string[];
      return [name, value ?? ''];
    });
    return new Map(await Promise.all(entries));
  } catch (error) {
    if (error instanceof Error && /^(NOPERM|ERR)\b/.test(error.message)) return undefined;
    throw error;
  }
}
