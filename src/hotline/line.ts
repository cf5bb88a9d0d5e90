import { soundsUrgent } from '../conversation/sounds-urgent.ts';
import { type Accept, createAccept } from './accept.ts';
import { createApplyEffect } from './apply-effect.ts';
import type { Cipher } from './cipher.ts';
import { createDeliver } from './deliver.ts';
import { type CommandLane, createCommandLane } from './desk/command-lane.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import type { Keyring } from './keyring.ts';
import { createLookUpReceipts } from './look-up-receipts.ts';
import type {
  Clock,
  DeskEvents,
  DeskIndex,
  KeyStore,
  KillPoints,
  LaneNames,
  Lanes,
  LineState,
  Log,
  ProviderLog,
  Records,
  Reviews,
  Sender,
  StatusReport,
  TalkPapers,
  Tallies,
} from './ports.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { newReceiptCode, receiptId } from './receipt-code.ts';
import { createResend } from './resend.ts';
import type { SetLibrary } from './set-library.ts';
import { createSweep } from './sweep.ts';
import { createThink } from './think.ts';
import { createTidy } from './tidy.ts';
import { createTurnstile } from './turnstile.ts';
import { createVault, type Vault } from './vault.ts';
import { createWorkLane } from './work-lane.ts';
import { createWorkers, type Workers } from './workers.ts';

/** What the line stands on. */
export interface LinePorts {
  clock: Clock;
  lanes: Lanes;
  keyStore: KeyStore;
  keyring: Keyring;
  desk: DeskIndex;
  deskEvents: DeskEvents;
  papers: TalkPapers;
  tallies: Tallies;
  reviews: Reviews;
  records: Records;
  lineState: LineState;
  sender: Sender;
  providerLog: ProviderLog;
  library: SetLibrary;
  log: Log;
  /** Whether a text that did not arrive for this reason of the provider's may be sent once more. */
  mayRetry: (errorCode: number) => boolean;
}

export interface LineOptions {
  /** How long a lane stays with a process that has gone quiet. */
  leaseMs?: number;
  /** Less than the lease. */
  postTimeoutMs?: number;
  kill?: KillPoints;
  cipher?: Cipher;
  cachedKeys?: number;
  schedule?: Parameters<typeof createWorkers>[0]['schedule'];
  newReceiptCode?: () => string;
  /** Stores texts and leaves the thinking to other processes. */
  acceptOnly?: boolean;
}

/** The path of a text, put together. */
export interface Line {
  accept: Accept;
  /** Takes note of a status callback; one for a text we do not know is ignored. */
  report(report: StatusReport): Promise<void>;
  desk: Desk;
  /** What the desk asks of lanes. */
  commands: CommandLane;
  /** An address as the store may know it. */
  pseudonyms(address: string): LaneNames;
  workers: Workers;
  /** Reads the provider's list for texts whose webhook never came; returns how many were missing. */
  sweep(): Promise<number>;
  /** Destroys the inbox keys of past hours. */
  tidy(): Promise<string[]>;
  vault: Vault;
}

const LEASE_MS = 15_000;
const POST_TIMEOUT_MS = 8_000;
/** More at once would only make each of them slower. */
const TURNS_AT_ONCE = 16;

/** Puts the line together on the given ports. Starts nothing. */
export function createLine(ports: LinePorts, options: LineOptions = {}): Line {
  const { clock, lanes, keyStore, keyring, log, providerLog, lineState } = ports;
  const leaseMs = options.leaseMs ?? LEASE_MS;
  const postTimeoutMs = options.postTimeoutMs ?? POST_TIMEOUT_MS;
  if (postTimeoutMs >= leaseMs) throw new RangeError('A POST must end before the lease does.');
  const { kill, cipher, cachedKeys } = options;

  const vault = createVault({ keyring, keyStore, cipher, cachedKeys });
  const pseudonyms = createPseudonyms(keyring);
  const idOfCode = (code: string) => receiptId(code, keyring);
  const turnstile = createTurnstile(TURNS_AT_ONCE);
  const workLane = createWorkLane({
    clock,
    lanes,
    log,
    leaseMs,
    kill,
    turnstile,
    think: createThink({
      clock,
      vault,
      library: ports.library,
      log,
      newReceiptCode: options.newReceiptCode ?? newReceiptCode,
      receiptId: idOfCode,
      lookUpReceipts: createLookUpReceipts({ records: ports.records, lineState, vault, receiptId: idOfCode }),
    }),
    deliver: createDeliver({ clock, vault, sender: ports.sender, providerLog, log, postTimeoutMs, leaseMs, kill }),
    applyEffect: createApplyEffect({
      desk: ports.desk,
      papers: ports.papers,
      tallies: ports.tallies,
      reviews: ports.reviews,
      records: ports.records,
      deskEvents: ports.deskEvents,
      vault,
      lanes,
      log,
    }),
    resend: createResend(ports.mayRetry),
  });
  const workers = createWorkers({ clock, lanes, log, workLane, leaseMs, turnstile, ...scheduleOf(options) });
  const leaseAtOnceMs = options.acceptOnly ? 0 : leaseMs;
  const accept = createAccept({
    clock,
    lanes,
    vault,
    pseudonyms,
    log,
    leaseMs: leaseAtOnceMs,
    workers,
    turnstile,
    soundsUrgent: (text) => soundsUrgent(text, ports.library.current().set),
    kill,
  });

  // Whoever sits at the desk talks with somebody who waits.
  const commands = createCommandLane({ clock, lanes, vault, wake: (ref) => workers.wake(ref, true) });

  return {
    accept,
    async report(report) {
      const { ref, wake, talk } = await lanes.report(pseudonyms(report.to), report, clock.now());
      if (wake) workers.wake(ref);
      // Who looks at the conversation sees it at once; whoever missed it sees it with the next thing that happens there.
      if (talk) await ports.deskEvents.append({ type: 'delivery', talk }).catch(() => log.event('effect-failed'));
    },
    desk: createDesk({ clock, index: ports.desk, lane: commands }),
    commands,
    pseudonyms,
    workers,
    sweep: createSweep({ clock, providerLog, lineState, accept, log, kill }),
    tidy: createTidy({ clock, lanes, vault }),
    vault,
  };
}

function scheduleOf({ schedule }: LineOptions) {
  return schedule ? { schedule } : {};
}
