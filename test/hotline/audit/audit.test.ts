import { describe, expect, it } from '@jest/globals';
import { createMemoryAuditAnchor, createMemoryAuditStore } from '../../../src/adapters/memory/audit-store.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rate-limits.ts';
import { createAudit } from '../../../src/hotline/audit/audit.ts';
import { createAuditTrail } from '../../../src/hotline/audit/audit-trail.ts';
import type { AuditFilter } from '../../../src/hotline/audit/audit-view.ts';
import { createAuditReader } from '../../../src/hotline/audit/read-audit.ts';
import { verifyAudit } from '../../../src/hotline/audit/verify-audit.ts';
import { newKeyring } from '../../../src/hotline/keyring.ts';
import { handClock, keptLog } from '../samples.ts';

function setUp() {
  const [store, anchor, clock] = [createMemoryAuditStore(), createMemoryAuditAnchor(), handClock()];
  const key = newKeyring().audit;
  return { store, anchor, clock, key, verify: () => verifyAudit({ store, anchor, key }) };
}

const act = (n: number) => ({ actor: 'ana', act: 'GET /api/talks/:talk', about: `talk-${n}`, outcome: 'done' });

describe('the audit', () => {
  it('holds what many processes write at once, each entry once and in one chain', async () => {
    const { store, anchor, clock, key, verify } = setUp();
    const processes = Array.from({ length: 4 }, () => createAudit({ clock, store, anchor, key }));
    await Promise.all(Array.from({ length: 200 }, (_, n) => processes[n % 4]?.append(act(n))));
    expect(await verify()).toEqual({ ok: true, entries: 200 });
    const entries = await createAuditReader(store).latest(undefined, 500);
    expect(new Set(entries.map(({ about }) => about)).size).toBe(200);
    expect(await anchor.get()).toEqual(await store.head());
  });

  it('says nothing is written when it is not, and goes on when the store is back', async () => {
    const { store, anchor, clock, key, verify } = setUp();
    let away = true;
    const shaky = {
      ...store,
      append: async (...args: Parameters<typeof store.append>) => {
        if (away) throw new Error('away');
        return store.append(...args);
      },
    };
    const audit = createAudit({ clock, store: shaky, anchor, key });
    await expect(audit.append(act(1))).rejects.toThrow('away');
    away = false;
    await audit.append(act(2));
    expect(await verify()).toEqual({ ok: true, entries: 1 });
  });

  it('does not answer before the anchor stands', async () => {
    const { store, clock, key } = setUp();
    const anchor = {
      get: async () => undefined,
      set: async () => {
        throw new Error('away');
      },
    };
    await expect(createAudit({ clock, store, anchor, key }).append(act(1))).rejects.toThrow('away');
  });

  it('is read from its end, page by page', async () => {
    const { store, anchor, clock, key } = setUp();
    const audit = createAudit({ clock, store, anchor, key });
    for (let n = 1; n <= 5; n += 1) await audit.append(act(n));
    const reader = createAuditReader(store);
    expect((await reader.latest(undefined, 2)).map(({ seq }) => seq)).toEqual([5, 4]);
    expect((await reader.latest(4, 2)).map(({ seq }) => seq)).toEqual([3, 2]);
    expect((await reader.latest(2, 2)).map(({ seq }) => seq)).toEqual([1]);
  });

  it('is filtered by who, what and about whom, and a page says where the next begins', async () => {
    const { store, anchor, clock, key } = setUp();
    const audit = createAudit({ clock, store, anchor, key });
    for (let n = 1; n <= 6; n += 1) {
      await audit.append({ actor: n % 2 ? 'ana' : 'ben', act: `POST /${n}`, about: `talk-${n}`, outcome: 'done' });
    }
    const reader = createAuditReader(store);
    const page = async (before: number | undefined, count: number, filter: AuditFilter) => {
      const { entries, next } = await reader.page(before, count, filter);
      return { seqs: entries.map(({ seq }) => seq), next };
    };
    expect(await page(undefined, 2, { actor: 'ana' })).toEqual({ seqs: [5, 3], next: 3 });
    expect(await page(3, 2, { actor: 'ana' })).toEqual({ seqs: [1], next: undefined });
    expect(await page(undefined, 9, { act: 'post /4' })).toEqual({ seqs: [4], next: undefined });
    expect(await page(undefined, 9, { about: 'talk-2' })).toEqual({ seqs: [2], next: undefined });
    expect(await page(undefined, 2, {})).toEqual({ seqs: [6, 5], next: 5 });
  });
});

describe('the audit trail', () => {
  function trail() {
    const { store, anchor, clock, key } = setUp();
    const log = keptLog();
    const audit = createAudit({ clock, store, anchor, key });
    const count = async () => (await createAuditReader(store).latest(undefined, 10_000)).length;
    return { log, count, ...createAuditTrail({ audit, limits: createMemoryRateLimits(), log }) };
  }

  it('notes the same sight once a minute, and every other sight and every act', async () => {
    const { note, count } = trail();
    for (let n = 0; n < 5; n += 1) await note(act(1), true);
    expect(await count()).toBe(1);
    await note(act(2), true);
    await note({ ...act(1), actor: 'ben' }, true);
    await note({ ...act(1), outcome: 'not-found' }, true);
    await note({ ...act(1), outcome: 'not-found' }, true);
    for (let n = 0; n < 3; n += 1) await note(act(1), false);
    expect(await count()).toBe(8);
  });

  it('is not filled by strangers, who cannot hide a try at somebody in the crowd either', async () => {
    const { note, count, log } = trail();
    for (let n = 0; n < 300; n += 1)
      await note({ ...act(1), actor: '-', about: undefined, outcome: 'signed-out' }, true);
    expect(await count()).toBe(120);
    expect(log.events).toHaveLength(180);
    await note({ actor: '-', act: 'POST /api/session', about: 'ana', outcome: 'wrong' }, false);
    expect(await count()).toBe(121);
  });
});
