import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { readTarget } from '../../src/adapters/redis/read-target.ts';
import { socketFolder } from '../../src/adapters/redis/socket-folder.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/emulator/clock.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/emulator.ts';
import { type Keyring, newKeyring } from '../../src/hotline/keyring.ts';
import { type RunningLine, type StartOptions, startLine } from '../../src/main.ts';
import { readSetOnce } from './read-set-once.ts';
import { type LaneSeen, seeLane } from './see-lane.ts';
import { until } from './until.ts';

const ACCOUNT_SID = `AC${'b'.repeat(32)}`;
const AUTH_TOKEN = '00112233445566778899aabbccddeeff';
const LINE_NUMBER = '233733';
const PUBLIC_URL = 'https://line.example.org';

interface LineHereOptions extends Pick<StartOptions, 'cipher' | 'leaseMs' | 'postTimeoutMs'> {
  emulator?: Partial<EmulatorOptions>;
  /** Stores of the test's own; private servers of the line otherwise. */
  redisUrl?: string;
  keystoreUrl?: string;
}

/** A whole live line in this process, on real stores behind its real door, with the emulator as Twilio and a clock to move. */
export interface LineHere {
  readonly running: RunningLine;
  readonly emulator: Emulator;
  /** DATA_DIR: the private servers' files and the keyring are there. */
  readonly dir: string;
  readonly keyringFile: string;
  /** Every line of its log. */
  readonly log: readonly string[];
  now(): number;
  /** Moves the clock of line and emulator, either way, and does what is due then, unless told not to. */
  forward(ms: number, settle?: boolean): Promise<void>;
  /** Resolves when nothing is due, in hand or on its way. */
  settle(): Promise<void>;
  /** Reads the provider's list, also when another sweep was less than a minute of real time ago. */
  sweep(): Promise<number>;
  /** What is stored of a phone, unsealed. */
  lane(phone: string): Promise<LaneSeen>;
  /** Bodies that the line had accepted for a phone, oldest first. */
  sentTo(phone: string): string[];
  /** The private server's own process. */
  serverPid(name: 'data' | 'keys'): Promise<number>;
  /** A plain connection to a store. */
  client(name: 'data' | 'keys'): Redis;
  halt(): Promise<void>;
  /** `acceptOnly`: it stores texts, and nobody thinks about them. */
  start(acceptOnly?: true): Promise<void>;
  stop(): Promise<void>;
}

export async function startLineHere(options: LineHereOptions = {}): Promise<LineHere> {
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lantern-here-')));
  const keyringFile = path.join(dir, 'keyring.json');
  const keyring: Keyring = newKeyring();
  writeFileSync(keyringFile, JSON.stringify(keyring), { mode: 0o600 });
  const log: string[] = [];
  const clients = new Map<string, Redis>();
  let aheadMs = 0;
  let running: RunningLine | undefined;
  const now = () => Date.now() + aheadMs;

  const emulator = createEmulator({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    lineNumbers: [LINE_NUMBER],
    webhookUrl: `${PUBLIC_URL}/twilio/sms#rp=all&rc=5`,
    // Nobody listens there: what a halted line looks like from outside.
    connectTo: () => running?.url ?? 'http://127.0.0.1:1',
    clock: { ...systemClock, now },
    timing: { retryMs: 200 },
    ...options.emulator,
  });
  const env = {
    LINE_MODE: 'live',
    PUBLIC_URL,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_API_BASE: await emulator.listen(),
    LINE_NUMBERS: LINE_NUMBER,
    KEYRING_FILE: keyringFile,
    DATA_DIR: dir,
    REDIS_URL: options.redisUrl,
    KEYSTORE_URL: options.keystoreUrl,
  };
  const { cipher, leaseMs, postTimeoutMs } = options;

  async function start(acceptOnly?: true) {
    const read = readConfig(env);
    if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('; '));
    const writeLog = (line: string) => void log.push(line);
    const more = { readChecked: readSetOnce, cipher, leaseMs, postTimeoutMs, acceptOnly };
    running = await startLine({ ...read.config, port: 0 }, { clock: { now }, writeLog, watchDesk: false, ...more });
    await running.working;
  }
  async function halt() {
    for (const client of clients.values()) client.disconnect();
    clients.clear();
    await running?.stop();
    running = undefined;
  }
  async function stop() {
    await halt();
    await emulator.close();
    rmSync(dir, { recursive: true, force: true });
  }
  const line = (): RunningLine => {
    if (running === undefined) throw new Error('The line is halted.');
    return running;
  };
  function client(name: 'data' | 'keys'): Redis {
    const known = clients.get(name);
    if (known) return known;
    const own = { data: options.redisUrl, keys: options.keystoreUrl }[name];
    const { options: address } = readTarget(own ?? { socketPath: socketFolder(path.join(dir, name)).socketPath });
    const opened = new Redis({ ...address, retryStrategy: () => 20 });
    opened.on('error', () => {});
    clients.set(name, opened);
    return opened;
  }
  const settled = async (): Promise<boolean> => {
    const { line: here, stores } = line();
    await here.workers.look();
    await here.workers.idle();
    const due = await stores.lanes.earliestDue();
    const told = emulator.ledger.sent().every(({ status, callbacks, statusCallback }) => {
      return !statusCallback || callbacks.some((callback) => callback.status === status);
    });
    return told && here.workers.busy === 0 && (due === undefined || due > now());
  };

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  const here: LineHere = {
    get running() {
      return line();
    },
    emulator,
    dir,
    keyringFile,
    log,
    now,
    async forward(ms, settle = true) {
      aheadMs += ms;
      if (running && settle) await here.settle();
    },
    settle: () => until('the line has nothing left to do', settled),
    async sweep() {
      // The minute between two sweeps is counted by the store's clock, which no test moves.
      await client('data').del('line:duty:sweep');
      return line().line.sweep();
    },
    lane: (phone) => seeLane({ data: client('data'), vault: line().line.vault, keyringFile }, phone),
    sentTo: (phone) => emulator.ledger.sentTo(phone).map(({ body }) => body),
    serverPid: async (name) => Number(/process_id:(\d+)/.exec(await client(name).info('server'))?.[1]),
    client,
    halt,
    start,
    stop,
  };
  return here;
}
