import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** The kernel's process table, which outlives every pid file (Linux: proc(5)). A pid alone says little, for pids are used again. */

/** When a living process started, in the kernel's ticks since boot; undefined for one that is gone or only unburied. */
export function startTimeOf(pid: number): string | undefined {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The command's name stands in brackets and may hold anything; what follows the last bracket begins with field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** Living redis-servers whose data folder is this one: Redis makes it its working folder. `folder` is a real path. */
export function redisServersOn(folder: string): number[] {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids.map(Number).filter((pid) => {
    if (read(() => readlinkSync(`/proc/${pid}/cwd`)) !== folder) return false;
    const command = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
    return path.basename(command.split(/[\0 ]/, 1)[0] ?? '') === 'redis-server' && startTimeOf(pid) !== undefined;
  });
}

/** Ends a process that is nobody's child any more, so nobody tells of its death: cleanly if it can, else by force. */
export async function endProcess(pid: number): Promise<void> {
  const startTime = startTimeOf(pid);
  const alive = (): boolean => startTime !== undefined && startTimeOf(pid) === startTime;
  if (!alive()) return;
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (alive() && Date.now() < deadline) await sleep(20);
  if (alive()) process.kill(pid, 'SIGKILL');
  while (alive()) await sleep(20);
}

/** A process may vanish at any moment, and another user's is not ours to see. */
function read(what: () => string): string | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
