import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryRateLimits } from '../../src/adapters/memory/rate-limits.ts';
import { createRedisAuditAnchor, createRedisAuditStore } from '../../src/adapters/redis/audit-store.ts';
import { loadScripts } from '../../src/adapters/redis/load-scripts.ts';
import { createAudit } from '../../src/hotline/audit/audit.ts';
import { createAuditTrail } from '../../src/hotline/audit/audit-trail.ts';
import { verifyAudit } from '../../src/hotline/audit/verify-audit.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { openRedisStore, type RedisStore, redisStores } from '../contracts/redis-stores.ts';
import { handClock, keptLog } from '../hotline/samples.ts';
import { type ServedConsole, serveConsole } from '../http/support/serve-console.ts';

const WORD = 'zanzibarcanary';
const NUMBER = '+15555550143';
const ENTRIES = '{desk}audit';
const key = newKeyring().audit;

let redis: RedisStore;
let here: ServedConsole;
beforeAll(async () => {
  redis = await openRedisStore((redisStores[0] as (typeof redisStores)[number]).start);
});
afterAll(() => redis.close());

function stores() {
  const scripts = loadScripts(redis.work, redis.scripts);
  return { store: createRedisAuditStore(redis.work, scripts), anchor: createRedisAuditAnchor(redis.work, scripts) };
}
const verify = () => verifyAudit({ ...stores(), key });
const lines = async () =>
  (await redis.work.xrange(ENTRIES, '-', '+')).map(([id, [, line]]) => [id, line ?? ''] as const);
/** As somebody with the run of the data's server would write it, but without the keyring. */
async function rewrite(entries: readonly (readonly [string, string])[]) {
  await redis.work.del(ENTRIES);
  for (const [id, line] of entries) await redis.work.xadd(ENTRIES, id, 'e', line);
}

describe('promise 25: the audit tells who saw or sent what', () => {
  beforeEach(async () => {
    await redis.work.flushall();
    const audit = createAudit({ clock: handClock(), ...stores(), key });
    here = await serveConsole({ audit: createAuditTrail({ audit, limits: createMemoryRateLimits(), log: keptLog() }) });
    const ana = await here.signIn('ana');
    const talk = '/api/talks/some-talk';
    const text = `${WORD} call ${NUMBER}`;
    await ana.ask({ path: talk });
    await ana.ask({ method: 'POST', path: `${talk}/say`, body: { id: 'message-1', fence: 3, text } });
    await ana.ask({ method: 'POST', path: `${talk}/note`, body: { text } });
    await ana.ask({ method: 'POST', path: `${talk}/reveal`, body: { reason: text } });
    await ana.ask({ method: 'POST', path: `${talk}/danger`, body: { fence: 3, level: 'crisis', reason: text } });
    await ana.ask({ method: 'PUT', path: '/api/me/settings', body: { onCallNumber: NUMBER, onCallConsent: true } });
    await ana.ask({ path: `/api/talks/${WORD}%20${WORD}` });
    await ana.ask({ path: '/api/accounts' });
    await here.send({ method: 'POST', path: '/api/session', body: { login: WORD, password: WORD, code: '123456' } });
    await here.close();
  });

  it('reads and refusals too, without a word or a number of anybody', async () => {
    const stored = await lines();
    const entries = stored.map(([, line]) => JSON.parse(line.slice(line.indexOf(' ') + 1)));
    const acts = entries.map(({ act, about, outcome }) => [act, about, outcome]);
    expect(acts).toEqual([
      ['POST /api/session', undefined, 'signed-in'],
      ['GET /api/session', undefined, 'done'],
      ['GET /api/talks/:talk', 'some-talk', 'done'],
      ['POST /api/talks/:talk/say', 'some-talk', 'done'],
      ['POST /api/talks/:talk/note', 'some-talk', 'done'],
      ['POST /api/talks/:talk/reveal', 'some-talk', 'done'],
      ['POST /api/talks/:talk/danger', 'some-talk', 'done'],
      ['PUT /api/me/settings', undefined, 'done'],
      ['GET /api/talks/:talk', undefined, 'not-found'],
      ['GET /api/accounts', undefined, 'not-allowed'],
      ['POST /api/session', undefined, 'wrong'],
    ]);
    expect(JSON.stringify(stored)).not.toMatch(/zanzibar|5555550143/);
    expect(await verify()).toEqual({ ok: true, entries: acts.length });
  });

  it('a flipped byte is named, whichever it is', async () => {
    const whole = await lines();
    for (const at of [0, 60, 80, 'last'] as const) {
      const [id, line] = whole[3] as (typeof whole)[number];
      const n = at === 'last' ? line.length - 1 : at;
      const changed = `${line.slice(0, n)}${line[n] === 'x' ? 'y' : 'x'}${line.slice(n + 1)}`;
      await rewrite(whole.map((entry) => (entry[0] === id ? ([id, changed] as const) : entry)));
      expect(await verify()).toMatchObject({ ok: false, fault: { seq: 4 } });
    }
  });

  it('a deleted entry is named', async () => {
    await redis.work.xdel(ENTRIES, '5-0');
    expect(await verify()).toEqual({ ok: false, fault: { seq: 5, fault: 'missing' } });
  });

  it('entries that changed places are named', async () => {
    const whole = await lines();
    const [third, fourth] = [whole[2]?.[1] ?? '', whole[3]?.[1] ?? ''];
    await rewrite(whole.map(([id, line], n) => [id, n === 2 ? fourth : n === 3 ? third : line] as const));
    expect(await verify()).toEqual({ ok: false, fault: { seq: 3, fault: 'out-of-order' } });
  });

  it('a beginning and an end that were cut off are named, the end also when its head was set back', async () => {
    const whole = await lines();
    await rewrite(whole.slice(1));
    expect(await verify()).toEqual({ ok: false, fault: { seq: 1, fault: 'beginning-cut-off' } });
    const short = whole.slice(0, -2);
    await rewrite(short);
    expect(await verify()).toEqual({ ok: false, fault: { seq: short.length + 1, fault: 'cut-off' } });
    await redis.work.set('{desk}audit-head', `${short.length} ${short.at(-1)?.[1].split(' ')[0]}`);
    expect(await verify()).toEqual({ ok: false, fault: { seq: short.length + 1, fault: 'cut-off' } });
    await redis.work.del(ENTRIES, '{desk}audit-head');
    expect(await verify()).toEqual({ ok: false, fault: { seq: 1, fault: 'cut-off' } });
  });

  it('an end that was cut off stays missed, however much is written after it', async () => {
    const whole = await lines();
    const short = whole.slice(0, -3);
    await rewrite(short);
    await redis.work.set('{desk}audit-head', `${short.length} ${short.at(-1)?.[1].split(' ')[0]}`);
    const audit = createAudit({ clock: handClock(), ...stores(), key });
    for (let n = 0; n < 12; n += 1) await audit.append({ actor: 'ana', act: 'GET /api/queue', outcome: 'done' });
    expect(await verify()).toEqual({ ok: false, fault: { seq: short.length + 1, fault: 'missing' } });
    // Once that is known, what came after can be looked at by itself.
    expect(await verifyAudit({ ...stores(), key, from: whole.length + 1 })).toEqual({ ok: true, entries: 11 });
  });

  it('a whole chain made anew without the keyring is named', async () => {
    await redis.work.del(ENTRIES, '{desk}audit-head');
    const nowhere = { get: async () => undefined, set: async () => {} };
    const audit = createAudit({ clock: handClock(), ...stores(), anchor: nowhere, key: newKeyring().audit });
    for (let n = 0; n < 12; n += 1) await audit.append({ actor: 'ana', act: 'GET /api/queue', outcome: 'done' });
    expect(await verify()).toEqual({ ok: false, fault: { seq: 1, fault: 'changed' } });
  });

  it('nothing is shown or done that it cannot note', async () => {
    const audit = { note: async () => Promise.reject(new Error('away')) };
    const shut = await serveConsole();
    const ana = await shut.signIn('ana');
    shut.console.audit.note = audit.note;
    for (const path of ['/api/queue', '/api/talks/some-talk']) {
      expect(await ana.ask({ path })).toMatchObject({ status: 500, body: '{"error":"unexpected"}' });
    }
    await shut.close();
  });
});
