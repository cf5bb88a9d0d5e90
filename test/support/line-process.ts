import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LineChildOptions, Order, Told } from './line-child.ts';

/** A line in a real process of its own. */
export interface LineProcess {
  readonly pid: number;
  /** Where it listens. */
  readonly url: string;
  readonly alive: boolean;
  /** Stopped by SIGSTOP, its own or ours. */
  readonly standsStill: boolean;
  /** What it wrote on stdout and stderr so far: its log. */
  readonly output: string;
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** SIGKILL; resolves when it is dead. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP and SIGCONT. */
  pause(): void;
  resume(): void;
  /** Moves its clock. */
  forward(ms: number): Promise<void>;
  /** Reads the provider's list now; how many texts were missing. */
  sweep(): Promise<number>;
}

const CHILD = path.join(import.meta.dirname, 'line-child.ts');
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves when it takes texts. Rejects with its own words when it refuses to start. */
export async function startLineProcess(options: LineChildOptions): Promise<LineProcess> {
  const { PATH = '', HOME = '' } = process.env;
  // Node's own default place: it halves the start of a process that tests start a hundred times.
  const env = { PATH, HOME, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'node-compile-cache') };
  const child = spawn(process.execPath, [CHILD, JSON.stringify(options)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return { code, signal };
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  const waiting = new Map<number, (result: number) => void>();
  let orders = 0;

  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (told: Told) => {
      if ('ready' in told) resolve(told.ready);
      else if ('refused' in told) reject(new Error(told.refused));
      else waiting.get(told.done)?.(told.result);
    });
    void ended.then(({ code, signal }) =>
      reject(new Error(`The line ended at its start (${code ?? signal}): ${output}`)),
    );
  });

  const order = (what: Order): Promise<number> => {
    const id = ++orders;
    return new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      void ended.then(() => reject(new Error(`The line ended before it could ${what.do}.`)));
      // Without a callback a channel that closed meanwhile would be an 'error' event, and the death not told.
      child.send({ id, order: what }, (error) => error && reject(error));
    });
  };
  const signal = async (name: NodeJS.Signals) => {
    if (alive()) child.kill(name);
    return ended;
  };

  return {
    pid: child.pid ?? 0,
    url,
    ended,
    get alive() {
      return alive();
    },
    get standsStill() {
      return alive() && isStopped(child.pid ?? 0);
    },
    get output() {
      return output;
    },
    kill: async () => void (await signal('SIGKILL')),
    stop: async () => (await signal('SIGTERM')).code,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    forward: async (ms) => void (await order({ do: 'forward', ms })),
    sweep: () => order({ do: 'sweep' }),
  };
}

/** By the process table: a process that stopped itself tells nobody. */
function isStopped(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
}
