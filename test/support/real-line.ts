import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { createRedisKeyStore } from '../../src/adapters/redis/key-store.ts';
import { REPORT } from '../../src/adapters/redis/lane-codec.ts';
import { laneKeys } from '../../src/adapters/redis/lane-keys.ts';
import { systemClock } from '../../src/emulator/clock.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/emulator.ts';
import { type Keyring, newKeyring } from '../../src/hotline/keyring.ts';
import { createPseudonyms } from '../../src/hotline/pseudonyms.ts';
import type { TranscriptEntry } from '../../src/hotline/transcript.ts';
import { createVault } from '../../src/hotline/vault.ts';
import type { LineChildOptions } from './line-child.ts';
import { type LineProcess, startLineProcess } from './line-process.ts';
import { startTestRedis, type TestRedis } from './redis-server.ts';

const ACCOUNT_SID = `AC${'a'.repeat(32)}`;
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';
const LINE_NUMBER = '233733';
export const PUBLIC_URL = 'https://line.example.org';

const LONGEST_UNREST_MS = 60_000;
/** For every quarter of a second that it is restless. */
const HURRY_MS = 2_500;

export interface RealLineOptions {
  processes?: number;
  leaseMs?: number;
  postTimeoutMs?: number;
  emulator?: Partial<EmulatorOptions>;
  /** Where the line believes itself to be; a browser can only come to an address that is there. */
  publicUrl?: string;
  /** More environment for every process. */
  env?: Record<string, string>;
}

/** Real line processes in live mode on two real redis-servers, with the emulator as Twilio. */
export interface RealLine {
  readonly emulator: Emulator;
  readonly data: TestRedis;
  readonly keys: TestRedis;
  readonly keyring: Keyring;
  /** Everything that was started, the dead included. */
  readonly lines: LineProcess[];
  /** Where the emulator posts: all living processes in turn, unless told otherwise. */
  sendTo(...lines: LineProcess[]): void;
  /** One more process on the same stores. */
  start(more?: Partial<LineChildOptions>): Promise<LineProcess>;
  /** Moves the clocks of the emulator and of every process that is awake. */
  forward(ms: number): Promise<void>;
  /** The texts of a phone as the line wrote them down, in its order: what it has thought about. */
  heard(phone: string): Promise<string[]>;
  /** Keys of what waits to be thought about or sent, in whatever lane and under whatever lease. */
  restless(): Promise<string[]>;
  /**
   * Resolves when nothing waits to be thought about or sent, in no lane and under no lease. Winds the clocks forward
   * meanwhile, so that the line's own waits between two tries pass quickly.
   */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRealLine(options: RealLineOptions = {}): Promise<RealLine> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-line-'));
  const [data, keys] = await Promise.all([startTestRedis({ tcp: true }), startTestRedis({ tcp: true })]);
  const publicUrl = options.publicUrl ?? PUBLIC_URL;
  const keyring = newKeyring();
  const keyringFile = path.join(dir, 'keyring.json');
  writeFileSync(keyringFile, JSON.stringify(keyring), { mode: 0o600 });
  const lines: LineProcess[] = [];
  let chosen: LineProcess[] | undefined;
  let turn = 0;
  let aheadMs = 0;

  const door = ({ origin }: URL): string => {
    if (origin !== publicUrl) return origin;
    const open = (chosen ?? lines).filter(({ alive }) => alive);
    turn += 1;
    // Nobody listens there: what a dead process looks like from outside.
    return open[turn % open.length]?.url ?? 'http://127.0.0.1:1';
  };
  const emulator = createEmulator({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    lineNumbers: [LINE_NUMBER],
    webhookUrl: `${publicUrl}/twilio/sms#rp=all&rc=5`,
    connectTo: door,
    clock: { ...systemClock, now: () => Date.now() + aheadMs },
    timing: { retryMs: 400 },
    ...options.emulator,
  });
  const env = {
    LINE_MODE: 'live',
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_API_BASE: await emulator.listen(),
    LINE_NUMBERS: LINE_NUMBER,
    KEYRING_FILE: keyringFile,
    DATA_DIR: dir,
    REDIS_URL: data.url,
    KEYSTORE_URL: keys.url,
    ...options.env,
  };
  const { leaseMs = 3_000, postTimeoutMs = 1_000 } = options;
  const start = async (more: Partial<LineChildOptions> = {}) => {
    const line = await startLineProcess({ env, leaseMs, postTimeoutMs, aheadMs, ...more });
    lines.push(line);
    return line;
  };
  const forward = async (ms: number) => {
    aheadMs += ms;
    const awake = lines.filter(({ alive, standsStill }) => alive && !standsStill);
    // One that dies meanwhile has no use for the time.
    await Promise.all(awake.map((line) => line.forward(ms).catch(() => {})));
  };
  const stop = async () => {
    await Promise.all(lines.map((line) => line.kill()));
    await emulator.close();
    await Promise.all([data.stop(), keys.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await Promise.all(Array.from({ length: options.processes ?? 1 }, () => start()));
  } catch (error) {
    await stop();
    throw error;
  }

  const vault = createVault({ keyring, keyStore: createRedisKeyStore(keys.client) });
  const pseudonyms = createPseudonyms(keyring);
  return {
    emulator,
    data,
    keys,
    keyring,
    lines,
    sendTo(...to) {
      chosen = to.length > 0 ? to : undefined;
    },
    start,
    forward,
    async heard(phone) {
      const { partition, names } = pseudonyms(phone);
      const ref = { partition, name: names[0] ?? '' };
      const key = laneKeys(ref);
      const [past, current] = await data.client.hmget(key.lane, 'b', 'c');
      const texts: string[] = [];
      for (const conversation of `${past ?? ''} ${current ?? ''}`.split(' ').filter((id) => id !== '')) {
        for (const sealed of await data.client.lrangeBuffer(key.transcript(conversation), 0, -1)) {
          const entry: TranscriptEntry = JSON.parse(await vault.open(conversation, sealed, `${ref.name}/turn`));
          texts.push(...(entry.i ?? []).map(([text]) => text));
        }
      }
      return texts;
    },
    restless: () => unrest(data.client),
    async rest() {
      const deadline = Date.now() + LONGEST_UNREST_MS;
      for (let looks = 1; ; looks++) {
        const restless = await unrest(data.client);
        if (restless.length === 0) return;
        if (Date.now() > deadline) throw new Error(`The line does not come to rest: ${restless.join(' ')}`);
        await sleep(50);
        if (looks % 5 === 0) await forward(HURRY_MS);
      }
    },
    stop,
  };
}

/** Lanes with a text to think about, under lease, or with a text whose way is not over. */
async function unrest(client: Redis): Promise<string[]> {
  const keys = await client.keys('{p*}*');
  const restless = keys.filter((key) => /}[ix]:/.test(key));
  for (const key of keys.filter((name) => /}o:/.test(name))) {
    const items = Object.entries(await client.hgetall(key)).filter(([id]) => !id.endsWith(REPORT));
    if (items.some(([, packed]) => JSON.parse(packed).state !== 'accepted')) restless.push(key);
  }
  return restless;
}
