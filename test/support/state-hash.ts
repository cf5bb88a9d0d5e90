import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/**
 * One hash over every key of a server and its dumped value: two that are equal hold the same. Left out is whose turn a
 * minute's duty is, which comes and goes by itself.
 */
export async function stateHash(client: Redis): Promise<string> {
  const hash = createHash('sha256');
  const keys = (await client.keys('*')).filter((key) => !key.startsWith('line:duty:'));
  for (const key of keys.sort()) hash.update(key).update((await client.dumpBuffer(key)) ?? '');
  return hash.digest('hex');
}
