import { spawn } from 'node:child_process';

export type Ran = { code: number | null; output: string };

const GRACE_MS = 3_000;
const running = new Set<number>();

/**
 * Runs a command to its end and gives all it printed. It has a process group of its own, so that one that hangs is ended
 * with everything it started; what is still running when this process is told to stop is ended with it.
 */
export function runInGroup(command: string, args: string[], cwd: string, longestMs: number): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    const pid = child.pid;
    if (pid !== undefined) running.add(pid);
    const late = setTimeout(() => {
      chunks.push(`\nended after ${longestMs / 1000} s\n`);
      if (pid === undefined) return;
      signalGroup(pid, 'SIGTERM');
      setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE_MS).unref();
    }, longestMs);
    const settle = () => {
      clearTimeout(late);
      if (pid !== undefined) running.delete(pid);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code) => {
      settle();
      resolve({ code, output: chunks.join('') });
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const pid of running) signalGroup(pid, 'SIGTERM');
    process.exit(1);
  });
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Gone by itself in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
