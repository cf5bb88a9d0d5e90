import path from 'node:path';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { readSetFiles } from './adapters/files/read-set-files.ts';
import { createLog } from './adapters/log/log.ts';
import { noTranslator } from './adapters/memory/no-translator.ts';
import { openStores, type Stores } from './adapters/redis/open-stores.ts';
import { createTwilioClient } from './adapters/twilio/client.ts';
import { createProviderLog } from './adapters/twilio/list-messages.ts';
import { createMediaSource } from './adapters/twilio/media-source.ts';
import { afterUndelivered } from './adapters/twilio/retry-table.ts';
import { createSender } from './adapters/twilio/send.ts';
import { createTwilioWebhooks } from './adapters/twilio/webhooks.ts';
import { type Config, readConfig } from './config.ts';
import { createEmulator, type Emulator } from './emulator/emulator.ts';
import { createPhonePage } from './emulator/phone/phone-page.ts';
import { greeting } from './greeting.ts';
import { LineError } from './hotline/errors.ts';
import { inTurn } from './hotline/in-turn.ts';
import { createLine, type Line, type LineOptions } from './hotline/line.ts';
import type { Clock, Log, LogCode, Translator } from './hotline/ports.ts';
import type { Retention } from './hotline/retention/retention.ts';
import { openSetLibrary, type ReadSet, type SetLibrary } from './hotline/set-library.ts';
import { SWEEP_EVERY_MS } from './hotline/sweep.ts';
import { TIDY_EVERY_MS } from './hotline/tidy.ts';
import { createApp } from './http/app.ts';
import { endOnSurprise } from './last-resort.ts';
import { openConsole } from './open-console.ts';
import { openDeskWatch } from './open-desk-watch.ts';
import { openDoor } from './open-door.ts';
import { matchKeyring, openKeyring } from './open-keyring.ts';
import { wordsOf } from './words-of.ts';

/** A line that runs. */
export interface RunningLine {
  line: Line;
  stores: Stores;
  retention: Retention;
  /** Where it listens, such as http://127.0.0.1:3000. */
  url: string;
  emulator: Emulator | undefined;
  /** Resolves once the provider was asked for missed texts and due lanes are worked. Texts are accepted before that. */
  working: Promise<void>;
  /** Takes no new texts, finishes those in hand, releases everything. */
  stop(): Promise<void>;
}

/** What tests and the benchmark may put in place of the real thing. */
export interface StartOptions extends LineOptions {
  clock?: Clock;
  writeLog?: (line: string) => void;
  appendfsync?: 'always' | 'everysec';
  /** Off in tests that are not about it: with nobody on shift it texts whoever waits. */
  watchDesk?: boolean;
  translator?: Translator;
  /** Reads the flows on disk, which are known to be sound, so that they are not checked again at every start. */
  readChecked?: ReadSet;
}

const ROOT = path.join(import.meta.dirname, '..');
/** Counted, not written: one line for every text would drown what matters. */
const QUIET: ReadonlySet<LogCode> = new Set(['text-stored', 'text-seen', 'turn-committed', 'text-accepted']);

/** Puts the line together on real stores and a provider (the emulator in demo mode) and opens its door. */
export async function startLine(config: Config, options: StartOptions = {}): Promise<RunningLine> {
  const clock = options.clock ?? { now: Date.now };
  const metrics = new Registry();
  const log = createLineLog(metrics, options.writeLog ?? ((line) => process.stdout.write(line)));
  const keyring = openKeyring(config.keyringFile, config.mode);
  const stores = await openStores({
    ...config,
    appendfsync: options.appendfsync,
    onState: ({ ready }) => log.event(ready ? 'store-back' : 'store-lost'),
  });
  /** Ended in reverse: the stores last. */
  const ends = new AsyncDisposableStack();
  ends.defer(() => stores.close());
  try {
    await refuseUnsafe(config, stores);
    await matchKeyring(keyring, stores.lineState);
    await stores.lineState.firstStart(clock.now());
    const library = await openLibrary(stores, log, config.mode, options.readChecked);
    const door = await openDoor(config);
    ends.defer(door.close);
    const { url } = door;

    const publicUrl = config.mode === 'demo' && config.port === 0 ? url : config.publicUrl;
    const emulator = config.mode === 'demo' ? await openEmulator(config, publicUrl, url) : undefined;
    const apiBase = emulator?.base ?? config.twilio.apiBase ?? '';
    const twilio = { ...config.twilio, publicUrl, apiBase, lineNumbers: config.lineNumbers };
    const client = createTwilioClient(twilio);
    ends.defer(() => emulator?.emulator.close());
    ends.defer(() => client.close());

    const sender = createSender(twilio, client);
    const line = createLine(
      {
        ...stores,
        clock,
        keyring,
        library,
        log,
        sender,
        providerLog: createProviderLog(twilio, client),
        mayRetry: (code) => afterUndelivered(code) === 'retry-once',
      },
      options,
    );
    ends.defer(() => line.workers.drain());
    // What is in hand is drained behind a closed door.
    ends.defer(door.close);
    measure(metrics, line);
    const media = createMediaSource(twilio);
    const { translator = noTranslator } = options;
    const console = await openConsole({
      ...{ ...config, publicUrl, clock, keyring, log, stores, line, library, media, translator },
    });
    ends.defer(() => console.practice.close());
    ends.defer(() => console.desk.events.close());
    if (options.watchDesk ?? true) {
      const [from = ''] = config.lineNumbers;
      ends.defer(openDeskWatch({ clock, stores, line, library, roster: console.accounts, sender, from, log, metrics }));
    }
    const app = createApp({
      webhooks: createTwilioWebhooks(twilio),
      accept: line.accept,
      report: line.report,
      ready: () => readiness(config, stores),
      metrics,
      log,
      config: { publicUrl },
      now: clock.now,
      console,
      ...(emulator && { phone: createPhonePage(emulator.emulator) }),
    });
    door.answer(app);
    // The provider may know of a STOP that these stores do not, after an outage or from a backup: it is asked before
    // anything that is due is done.
    const asked = line.sweep().catch(() => log.event('unexpected'));
    const working = asked.then(() => (options.acceptOnly ? undefined : line.workers.start()));
    const duties = [
      every(SWEEP_EVERY_MS, line.sweep, log),
      every(TIDY_EVERY_MS, () => inTurn([line.tidy, console.retention.expire, stores.rewriteKeys], log), log),
    ];
    log.event('line-started');

    return {
      line,
      stores,
      retention: console.retention,
      url,
      emulator: emulator?.emulator,
      working,
      async stop() {
        log.event('line-draining');
        for (const duty of duties) clearInterval(duty);
        await ends.disposeAsync();
        log.event('line-stopped');
      },
    };
  } catch (error) {
    await ends.disposeAsync();
    throw error;
  }
}

function createLineLog(metrics: Registry, write: (line: string) => void): Log {
  const events = new Counter({
    name: 'lantern_events_total',
    help: 'What the line did, by event code.',
    labelNames: ['code'],
    registers: [metrics],
  });
  collectDefaultMetrics({ register: metrics });
  return createLog({ write, quiet: QUIET, count: (code, by) => events.inc({ code }, by) });
}

/** A store that could lose what it acknowledged must not hold anybody's cry for help. */
async function refuseUnsafe(config: Config, stores: Stores): Promise<void> {
  if (config.mode === 'demo' || config.redisDurable) return;
  const problems = await stores.unsafe();
  if (problems.length === 0) return;
  const beside = problems.includes('keys-beside-data');
  if (beside)
    throw new LineError('store-unsafe', 'KEYSTORE_URL must be another server than REDIS_URL: it is the same one.');
  const mend = 'Set appendonly yes, appendfsync always and maxmemory-policy noeviction, or REDIS_DURABLE=yes';
  throw new LineError('store-unsafe', `REDIS_URL, KEYSTORE_URL: ${problems.join(', ')}. ${mend}.`);
}

async function readiness(config: Config, stores: Stores): Promise<{ ok: boolean; problems: string[] }> {
  try {
    await stores.probe();
    const problems = config.redisDurable ? [] : await stores.unsafe();
    return { ok: problems.length === 0, problems };
  } catch {
    return { ok: false, problems: ['store-unavailable'] };
  }
}

async function openLibrary(stores: Stores, log: Log, mode: Config['mode'], readChecked?: ReadSet): Promise<SetLibrary> {
  const { files, origins } = await readSetFiles(ROOT);
  const opened = await openSetLibrary({
    files,
    flowSets: stores.flowSets,
    log,
    createWords: wordsOf,
    offer: mode === 'live' ? 'reviewed' : 'all',
    readChecked,
  });
  if (opened.ok) return opened.library;
  const faults = opened.findings.map(
    ({ file, line, column, message }) => `\n  ${origins[file] ?? file}:${line}:${column} ${message}`,
  );
  throw new LineError('set-invalid', `${faults.join('')}\nRun: npm run -s flows -- check`);
}

/** The demo's Twilio: it calls the line over loopback, as Twilio would over the net. */
async function openEmulator(config: Config, publicUrl: string, url: string) {
  const emulator = createEmulator({
    accountSid: config.twilio.accountSid,
    authToken: config.twilio.authToken,
    lineNumbers: config.lineNumbers,
    webhookUrl: `${publicUrl}/twilio/sms`,
    connectTo: url,
    timing: { queueMs: 300, carrierMs: 900, retryMs: 500 },
  });
  return { emulator, base: await emulator.listen(0, '127.0.0.1') };
}

function measure(metrics: Registry, line: Line): void {
  new Gauge({
    name: 'lantern_lanes_in_hand',
    help: 'Lanes that this process is working on.',
    registers: [metrics],
    collect() {
      this.set(line.workers.busy);
    },
  });
}

function every(ms: number, run: () => Promise<unknown>, log: Log): NodeJS.Timeout {
  return setInterval(() => run().catch(() => log.event('unexpected')), ms).unref();
}

/** Runs the line until it is told to stop. Says in plain words what keeps it from starting. */
async function main(): Promise<void> {
  endOnSurprise(createLog({ write: (line) => process.stdout.write(line) }));
  const read = readConfig();
  if (!read.ok) {
    for (const { variable, problem } of read.problems) process.stderr.write(`${variable} ${problem}\n`);
    process.exitCode = 1;
    return;
  }
  try {
    const running = await startLine(read.config);
    process.stdout.write(greeting(read.config, running.url));
    // npm passes on a signal that the terminal has sent already: the second one must not cut the draining short.
    let told = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (!told) void running.stop().then(() => process.exit(0));
        told = true;
      });
    }
  } catch (error) {
    process.stderr.write(`The line did not start. ${sayWhy(error)}\n`);
    process.exitCode = 1;
  }
}

function sayWhy(error: unknown): string {
  if (error instanceof LineError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'PORT is taken by another program: choose another, such as PORT=3001 npm start';
  return error instanceof Error ? error.message : 'Unexpected failure.';
}

if (import.meta.main) await main();
