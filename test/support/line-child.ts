import { flushCompileCache } from 'node:module';
import { readConfig } from '../../src/config.ts';
import { readSet } from '../../src/conversation/read-set.ts';
import type { KillLabel, KillPoints } from '../../src/hotline/ports.ts';
import { startLine } from '../../src/main.ts';

/** What a line process of a test is told at its start, as JSON in its first argument. */
export interface LineChildOptions {
  /** Its whole environment. In live mode PORT is left to the system all the same. */
  env: Record<string, string>;
  leaseMs?: number;
  postTimeoutMs?: number;
  /** Sends itself a signal when it reaches `label` for the `nth` time (from 1): SIGKILL, or SIGSTOP to stand still there. */
  killAt?: { label: KillLabel; nth: number; signal?: 'SIGKILL' | 'SIGSTOP' };
  /** How far its clock is ahead of the machine's. */
  aheadMs?: number;
}

/** What it can be asked to do while it runs. */
export type Order = { do: 'forward'; ms: number } | { do: 'sweep' };

/** What it tells its parent. */
export type Told = { ready: string } | { refused: string } | { done: number; result: number };

const options: LineChildOptions = JSON.parse(process.argv[2] ?? '{}');
let ahead = options.aheadMs ?? 0;
const tell = (what: Told): void => void process.send?.(what);
// However the test ends, nothing of it stays behind.
process.on('disconnect', () => process.exit(1));

const read = readConfig(options.env);
if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('; '));
const { leaseMs, postTimeoutMs, killAt } = options;
const running = await startLine(
  { ...read.config, port: 0 },
  {
    readChecked: readSet,
    watchDesk: false,
    leaseMs,
    postTimeoutMs,
    kill: killAt && killPoints(killAt),
    clock: { now: () => Date.now() + ahead },
  },
).catch((error: Error) => {
  tell({ refused: error.message });
  process.exit(1);
});

process.on('message', async ({ id, order }: { id: number; order: Order }) => {
  if (order.do === 'forward') ahead += order.ms;
  tell({ done: id, result: order.do === 'sweep' ? await running.line.sweep() : ahead });
});
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
// A process that is killed would leave nothing of it for the next one.
flushCompileCache();
tell({ ready: running.url });

function killPoints({ label, nth, signal = 'SIGKILL' }: NonNullable<LineChildOptions['killAt']>): KillPoints {
  let reached = 0;
  return {
    reach(here) {
      if (here !== label) return;
      reached += 1;
      if (reached === nth) process.kill(process.pid, signal);
    },
  };
}
