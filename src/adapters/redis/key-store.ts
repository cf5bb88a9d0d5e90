import { randomUUID } from 'node:crypto';
import type { KeptKind, KeyStore } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { eachMaster } from './each-master.ts';
import { rewriteFile } from './rewrite-file.ts';

export interface RedisKeyStore extends KeyStore {
  /**
   * Rewrites the store's files when a key was destroyed since the last time, so that they no longer hold it. Call it
   * every hour: keys must be gone within 24. True when it rewrote; rejects when it should have and could not.
   */
  rewriteDue(): Promise<boolean>;
}

/** Changes with every destroyed key, and stands until the files were rewritten after it: also across restarts. */
const MARK = 'destroyed';
const CLEAR_MARK = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

/** Both keys of one id lie in one slot, so that whoever holds and whoever destroys cannot pass each other. */
const DESTROY = `
local held = redis.call('GET', KEYS[2])
if held then
  redis.call('SET', KEYS[2], string.match(held, '^%d+') .. ' wanted')
  return 0
end
redis.call('DEL', KEYS[1])
return 1`;
const HOLD = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local wanted = string.match(redis.call('GET', KEYS[2]) or '', ' wanted') or ''
redis.call('SET', KEYS[2], ARGV[1] .. wanted)
return 1`;
const LIFT = `
local held = redis.call('GET', KEYS[2])
if not held or string.match(held, '^%d+') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
return string.find(held, 'wanted', 1, true) and redis.call('DEL', KEYS[1]) or 0`;
const KEPT = { transcript: 'kept:transcript', record: 'kept:record', audit: 'kept:audit' } satisfies Record<
  KeptKind,
  string
>;

/** Wrapped data keys in a Redis of their own. The connection must be a `work` one: every command may be repeated. */
export function createRedisKeyStore(connection: Connection): RedisKeyStore {
  const mark = () => connection.set(MARK, randomUUID());
  const get = async (id: string) => (await connection.getBuffer(keyOf(id))) ?? undefined;
  return {
    get,
    async putIfAbsent(id, wrapped) {
      for (;;) {
        if ((await connection.set(keyOf(id), wrapped, 'NX')) === 'OK') return wrapped;
        const standing = await get(id);
        // Destroyed between the two looks: what is sealed under a key that nobody holds would be lost.
        if (standing !== undefined) return standing;
      }
    },
    async destroy(ids) {
      // Before, so that a crash cannot lose the mark; and after, because a rewrite may have begun in between.
      await mark();
      const gone = await Promise.all(ids.map((id) => connection.eval(DESTROY, 2, keyOf(id), holdOf(id))));
      const destroyed = ids.filter((_, at) => gone[at] === 1);
      if (destroyed.length > 0)
        await Promise.all(Object.values(KEPT).map((kept) => connection.zrem(kept, ...destroyed)));
      await mark();
      return ids.filter((_, at) => gone[at] !== 1);
    },
    hold: async (id, hold) => (await connection.eval(HOLD, 2, keyOf(id), holdOf(id), hold)) === 1,
    async lift(id, hold) {
      await mark();
      const gone = await connection.eval(LIFT, 2, keyOf(id), holdOf(id), hold);
      await mark();
      return gone === 1;
    },
    async note(kind, id, at) {
      await connection.zadd(KEPT[kind], 'GT', at, id);
    },
    usedBefore: (kind, at, skip, count) => connection.zrangebyscore(KEPT[kind], '-inf', at, 'LIMIT', skip, count),
    countUsed: (kind, from, until) => connection.zcount(KEPT[kind], `(${from}`, until),
    async rewriteDue() {
      const due = await connection.get(MARK);
      if (due === null) return false;
      await Promise.all(eachMaster(connection).map(rewriteFile));
      await connection.eval(CLEAR_MARK, 1, MARK, due);
      return true;
    },
    async close() {
      connection.disconnect();
    },
  };
}

function keyOf(id: string): string {
  return `key:${id}`;
}

/** Its hash tag is the whole of the key's own name. */
function holdOf(id: string): string {
  return `held:{${keyOf(id)}}`;
}
