import { Redis } from 'ioredis';
import { laneKeys } from '../../src/adapters/redis/lane-keys.ts';
import { median } from './spread.ts';

const SAMPLE = 200;

/**
 * What a conversation takes in Redis: the summed MEMORY USAGE of its lane's keys, the middle one of those that stand at
 * their `turns`th turn. Undefined when there is none.
 */
export async function laneBytes(socketPath: string, turns: number): Promise<number | undefined> {
  const redis = new Redis({ path: socketPath });
  try {
    const sizes: number[] = [];
    for await (const keys of redis.scanStream({ match: '{p*}l:*', count: 1000 })) {
      for (const key of keys as string[]) {
        if (sizes.length < SAMPLE && (await redis.hget(key, 't')) === String(turns))
          sizes.push(await bytesOf(redis, key));
      }
      if (sizes.length >= SAMPLE) break;
    }
    return sizes.length > 0 ? median(sizes) : undefined;
  } finally {
    redis.disconnect();
  }
}

async function bytesOf(redis: Redis, lane: string): Promise<number> {
  const [, partition, name] = /^\{p(\d+)\}l:(.+)$/.exec(lane) ?? [];
  const keys = laneKeys({ partition: Number(partition), name: name ?? '' });
  const conversation = (await redis.hget(lane, 'c')) ?? '';
  const all = [keys.lane, keys.inbox, keys.lease, keys.seen, keys.outbox, keys.transcript(conversation)];
  const sizes = await Promise.all(all.map((key) => redis.memory('USAGE', key, 'SAMPLES', 0)));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
