import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { LineError } from '../../hotline/errors.ts';
import { readInfo } from './each-master.ts';

const LOOK_EVERY_MS = 25;

/**
 * Writes a server's append-only file anew from what it holds now, and resolves when the old one is replaced. A rewrite
 * already under way may have begun too early to count, so it is waited out. Without such a file there is nothing to do.
 */
export async function rewriteFile(server: Redis): Promise<void> {
  do {
    if ((await idle(server)).get('aof_enabled') !== '1') return;
  } while (!(await begin(server)));
  const after = await idle(server);
  if (after.get('aof_last_bgrewrite_status') !== 'ok') {
    throw new LineError('store-unavailable', 'The key store could not rewrite its append-only file.');
  }
}

/** False when another process was quicker. */
async function begin(server: Redis): Promise<boolean> {
  try {
    await server.bgrewriteaof();
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('already in progress')) return false;
    throw error;
  }
}

async function idle(server: Redis): Promise<Map<string, string>> {
  for (;;) {
    const info = await readInfo(server, 'persistence');
    if (info.get('aof_rewrite_in_progress') === '0' && info.get('aof_rewrite_scheduled') === '0') return info;
    await sleep(LOOK_EVERY_MS);
  }
}
