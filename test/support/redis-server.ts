import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

export interface TestRedisOptions {
  /** A loopback port instead of a socket: `url` is then redis://127.0.0.1:port. */
  tcp?: boolean;
  appendfsync?: 'always' | 'everysec';
  /** More settings, as on redis-server's command line: ['--maxmemory', '2mb']. */
  args?: string[];
}

/** A redis-server of a test's own, as durable as the line's, in a folder of its own. It dies with the test process. */
export interface TestRedis {
  /** What the line takes as REDIS_URL: the socket's path, or redis://127.0.0.1:port. */
  readonly url: string;
  readonly port: number | undefined;
  readonly dir: string;
  readonly pid: number;
  /** A plain connection for the test itself. */
  readonly client: Redis;
  /** SIGKILL; resolves when it is dead. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  pause(): void;
  resume(): void;
  /** Starts it again on the same files and address. */
  start(): Promise<void>;
  makeReadOnly(): Promise<void>;
  makeWritable(): Promise<void>;
  /** In bytes; 1 refuses every write, 0 is no limit. */
  limitMemory(bytes: number): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

export async function startTestRedis(options: TestRedisOptions = {}): Promise<TestRedis> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-redis-'));
  const port = options.tcp === true ? await freePort() : undefined;
  const socket = path.join(dir, 'redis.sock');
  const address = port === undefined ? { path: socket } : { host: '127.0.0.1', port };
  const listen = port === undefined ? ['--port', '0', '--unixsocket', socket] : ['--port', `${port}`];
  const args = [
    ...['--dir', dir, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'],
    ...['--appendfsync', options.appendfsync ?? 'always', ...listen, ...(options.args ?? [])],
  ];
  const quick = { retryStrategy: () => 20, disconnectTimeout: 100, disableClientInfo: true };
  const client = new Redis({ ...address, ...quick, lazyConnect: true });
  client.on('error', () => {});
  let running: Running | undefined;
  const redis: TestRedis = {
    url: port === undefined ? socket : `redis://127.0.0.1:${port}`,
    port,
    dir,
    client,
    get pid() {
      return running?.server.pid ?? 0;
    },
    async start() {
      running = await run(args, dir, client);
    },
    async kill() {
      await end(running, 'SIGKILL');
      running = undefined;
    },
    pause: () => running?.server.kill('SIGSTOP'),
    resume: () => running?.server.kill('SIGCONT'),
    makeReadOnly: async () => void (await client.replicaof('127.0.0.1', 1)),
    makeWritable: async () => void (await client.replicaof('NO', 'ONE')),
    limitMemory: async (bytes) => void (await client.config('SET', 'maxmemory', bytes)),
    async stop() {
      client.disconnect();
      await redis.kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

interface Running {
  server: ChildProcess;
  guard: ChildProcess;
}

async function run(args: string[], dir: string, client: Redis): Promise<Running> {
  const server = spawn('redis-server', args, { stdio: 'ignore', detached: true });
  await once(server, 'spawn');
  const guard = guardOf(`${server.pid}`, dir);
  server.unref();
  const death = once(server, 'exit').then(() => {
    throw new Error(`redis-server ended at its start; try: redis-server ${args.join(' ')}`);
  });
  death.catch(() => {});
  if (client.status === 'wait') client.connect().catch(() => {});
  await Promise.race([client.ping(), death]);
  return { server, guard };
}

/** Waits for the end of a pipe that only this process holds open, so it acts however this process ends. */
function guardOf(pid: string, dir: string): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$0"; rm -rf "$1"', pid, dir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  if (guard.stdin !== null && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return guard;
}

async function end(running: Running | undefined, signal: NodeJS.Signals): Promise<void> {
  if (running === undefined) return;
  running.guard.kill('SIGKILL');
  if (running.server.exitCode !== null || running.server.signalCode !== null) return;
  const exit = once(running.server, 'exit');
  running.server.kill(signal);
  await exit;
}
