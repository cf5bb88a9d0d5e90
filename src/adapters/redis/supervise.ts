import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_END_MS = 10_000;
const FIRST_BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 5000;
/** A child that lived this long begins again with the shortest wait. */
const STABLE_MS = 10_000;

export interface Supervised {
  pid(): number | undefined;
  /** When the first child dies: with the reason when it could not even be spawned. */
  firstDeath: Promise<Error | undefined>;
  /** Asks it to end, and is done at once. */
  signal(): void;
  /** Asks it to end, waits, and insists after ten seconds. */
  stop(): Promise<void>;
}

/** Launches a child and, whenever it dies, launches it again with a growing wait. `stop` and `signal` are for good. */
export function supervise(launch: () => ChildProcess, onEvent: (event: 'died' | 'restarted') => void): Supervised {
  const stopping = new AbortController();
  let child = launch();
  let death = deathOf(child);
  const firstDeath = death;
  const keepAlive = async (): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      const born = Date.now();
      await death;
      if (stopping.signal.aborted) return;
      onEvent('died');
      if (Date.now() - born > STABLE_MS) attempt = 0;
      const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** attempt, LONGEST_BACKOFF_MS);
      await sleep(backoff, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      child = launch();
      death = deathOf(child);
      onEvent('restarted');
    }
  };
  const done = keepAlive();
  const alive = (): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    pid: () => (alive() ? child.pid : undefined),
    firstDeath,
    signal: () => {
      stopping.abort();
      if (alive()) child.kill('SIGTERM');
    },
    stop: async () => {
      stopping.abort();
      if (alive()) {
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS);
        await death;
        clearTimeout(timer);
      }
      await done;
    },
  };
}

/** Resolves with the reason when it could not even be spawned. */
async function deathOf(child: ChildProcess): Promise<Error | undefined> {
  try {
    await once(child, 'exit');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('spawn failed', { cause: error });
  }
}
