import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDirFault } from './data-dir-fault.ts';
import { startTimeOf } from './process-table.ts';

/** Only a crowd of processes that start at the same instant could need more. */
const MOST_TRIES = 50;

/**
 * Keeps a folder to one living process: two servers on one append-only file would ruin it. A lock whose holder is dead,
 * or whose pid now belongs to another process, counts for nothing.
 * Returns what gives the lock back. Throws a LineError `config-invalid` that names the holder.
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, 'line.lock');
  const own = path.join(folder, `line.lock.${process.pid}`);
  const content = `${process.pid} ${startTimeOf(process.pid)}\n`;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (take(file, own, content)) {
      return () => {
        if (readIfThere(file) === content) rmSync(file, { force: true });
      };
    }
    const found = readIfThere(file);
    if (found === undefined) continue;
    const [pid, startTime] = found.trim().split(' ');
    if (startTime !== undefined && startTimeOf(Number(pid)) === startTime) {
      const mend = 'Stop that line first, or give this one a DATA_DIR of its own.';
      throw dataDirFault(`${folder} is in use by process ${pid}. ${mend}`);
    }
    clear(file, own, found);
  }
  throw dataDirFault(`${folder} could not be locked.`);
}

/** A link appears whole or not at all, and never in place of another. */
function take(file: string, own: string, content: string): boolean {
  writeFileSync(own, content, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw dataDirFault(`${path.dirname(file)} cannot be written to.`, error);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a stale lock aside. Should another process have renewed it meanwhile, it is put back. */
function clear(file: string, own: string, stale: string): void {
  try {
    renameSync(file, own);
    if (readIfThere(own) !== stale) linkSync(own, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
