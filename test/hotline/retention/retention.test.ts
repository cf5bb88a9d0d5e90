import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryAuditAnchor, createMemoryAuditStore } from '../../../src/adapters/memory/audit-store.ts';
import { createMemoryKeptItems } from '../../../src/adapters/memory/kept-items.ts';
import { createMemoryKeyStore } from '../../../src/adapters/memory/key-store.ts';
import { createMemoryRecords } from '../../../src/adapters/memory/records.ts';
import { createMemoryReviews } from '../../../src/adapters/memory/reviews.ts';
import { createMemoryTalkPapers } from '../../../src/adapters/memory/talk-papers.ts';
import { createAudit } from '../../../src/hotline/audit/audit.ts';
import { createOldAudit } from '../../../src/hotline/audit/forget-audit.ts';
import { verifyAudit } from '../../../src/hotline/audit/verify-audit.ts';
import { newKeyring } from '../../../src/hotline/keyring.ts';
import type { DeskEntry, StoredHold } from '../../../src/hotline/ports.ts';
import { sealRecord } from '../../../src/hotline/records/seal-record.ts';
import { takeAddition } from '../../../src/hotline/records/take-addition.ts';
import { createRetention } from '../../../src/hotline/retention/retention.ts';
import { createVault } from '../../../src/hotline/vault.ts';
import { handClock, keptLog } from '../samples.ts';

const DAY = 86_400_000;
const DAYS = { transcript: 90, record: 365, audit: 100 };

function setUp() {
  const clock = handClock();
  const keyring = newKeyring();
  const keyStore = createMemoryKeyStore();
  const vault = createVault({ keyring, keyStore });
  const [papers, reviews, records] = [createMemoryTalkPapers(), createMemoryReviews(), createMemoryRecords()];
  const [store, anchor] = [createMemoryAuditStore(), createMemoryAuditAnchor()];
  const holds = createMemoryKeptItems<StoredHold>();
  const onDesk = new Set<string>();
  /** As the lanes know of them, where the index was lost. */
  const onLanes = new Set<string>();
  const forgotten: string[] = [];
  const retention = createRetention({
    ...{ clock, vault, keyStore, papers, reviews, records, holds, log: keptLog(), days: () => DAYS },
    lanes: {
      eraseTranscripts: async (talks) => void forgotten.push(...talks),
      async *onDesk() {
        for (const conversation of onLanes) {
          yield { ref: { partition: 1, name: conversation }, mode: 'waiting', conversation, owner: undefined };
        }
      },
    },
    index: {
      list: async () => [...onDesk].map((talk) => ({ talk }) as DeskEntry),
      isWhole: async () => onLanes.size === 0,
      forget: async (talks) => void forgotten.push(...talks),
    },
    audit: createOldAudit({ store, key: keyring.audit }),
  });
  const audit = createAudit({ clock, store, anchor, key: keyring.audit });
  return {
    ...{ clock, vault, papers, records, holds, onDesk, onLanes, forgotten, retention, store },
    verify: () => verifyAudit({ store, anchor, key: keyring.audit }),
    note: (actor: string) => audit.append({ actor, act: 'GET /x', outcome: 'done' }),
    async talk() {
      const id = await vault.newKey({ kind: 'transcript', at: clock.now() });
      const sealed = await vault.seal(id, 'what was said', 'turn');
      await papers.addNote(id, sealed);
      return { id, opens: () => vault.open(id, sealed, 'turn').then(Boolean, () => false) };
    },
    async record(id: string, of?: string) {
      const content = { kind: 'tip', answers: { what: 'a van' }, consent: 'none', language: 'en', urgency: 'rest' };
      const record = await sealRecord({ ...content, ...(of && { of }) }, { id, now: clock.now(), vault });
      await records.put(record);
      if (of) await takeAddition(of, clock.now(), { records, vault });
      const sealed = Buffer.from(record.sealed, 'base64');
      return { opens: () => vault.open(record.keyId, sealed, `record/${id}`).then(Boolean, () => false) };
    },
    pass(days: number) {
      clock.time += days * DAY;
    },
  };
}

let here: ReturnType<typeof setUp>;
beforeEach(() => {
  here = setUp();
});

describe('what its time is up for', () => {
  it('is forgotten, a conversation with its notes, and nothing before', async () => {
    const old = await here.talk();
    here.pass(89);
    const young = await here.talk();
    expect(await here.retention.expire()).toEqual({ transcript: 0, record: 0, audit: 0 });
    here.pass(1);
    expect(await here.retention.expire()).toEqual({ transcript: 1, record: 0, audit: 0 });
    expect([await old.opens(), await young.opens()]).toEqual([false, true]);
    expect(await here.papers.notes(old.id)).toEqual([]);
    expect(here.forgotten).toEqual([old.id, old.id]);
    expect(await here.papers.notes(young.id)).toHaveLength(1);
    expect(await here.retention.expire()).toEqual({ transcript: 0, record: 0, audit: 0 });
  });

  it('is kept longer where it is used, and while somebody is on the desk', async () => {
    const [used, waiting] = [await here.talk(), await here.talk()];
    here.onDesk.add(waiting.id);
    here.pass(50);
    await here.vault.keep('transcript', [used.id], here.clock.now());
    here.pass(50);
    await here.retention.expire();
    expect([await used.opens(), await waiting.opens()]).toEqual([true, true]);
    here.onDesk.clear();
    here.pass(40);
    await here.retention.expire();
    expect([await used.opens(), await waiting.opens()]).toEqual([false, false]);
  });

  it('is kept while somebody waits whom the lost index of the desk does not show', async () => {
    const waiting = await here.talk();
    here.onLanes.add(waiting.id);
    here.pass(100);
    await here.retention.expire();
    expect(await waiting.opens()).toBe(true);
  });

  it('is, of a record, all that was added to it, as one', async () => {
    const first = await here.record('first');
    here.pass(300);
    const added = await here.record('added', 'first');
    here.pass(300);
    await here.retention.expire();
    expect([await first.opens(), await added.opens()]).toEqual([true, true]);
    here.pass(65);
    expect((await here.retention.expire()).record).toBe(2);
    expect([await first.opens(), await added.opens()]).toEqual([false, false]);
  });

  it('leaves no record on a list that cannot be read, nor one to which its teller could add in vain', async () => {
    await here.record('first');
    await here.record('held');
    await here.retention.hold('ada', { kind: 'record', id: 'held', reason: 'asked for by a court' });
    here.pass(366);
    await here.retention.expire();
    expect(await here.records.get('first')).toBeUndefined();
    const listed = async () => (await here.records.list({ statuses: ['new'], limit: 9 })).map(({ id }) => id);
    expect(await listed()).toEqual(['held']);
    await here.retention.lift('ada', 'held', 'the case is over');
    expect(await listed()).toEqual([]);
  });

  it('is, of the audit, what is old, and the chain that is left still verifies and grows', async () => {
    for (const actor of ['ana', 'ben']) await here.note(actor);
    here.pass(60);
    await here.note('cal');
    here.pass(40);
    expect((await here.retention.expire()).audit).toBe(2);
    expect((await here.store.read(1, 9)).map(({ seq }) => seq)).toEqual([3]);
    await here.note('dot');
    expect(await here.verify()).toEqual({ ok: true, entries: 2 });
    const { mac = '', sealed = '' } = (await here.store.base()) ?? {};
    await here.store.forget({ seq: 3, mac, sealed });
    expect(await here.verify()).toEqual({ ok: false, fault: { seq: 3, fault: 'changed' } });
  });
});

describe('a legal hold', () => {
  const reason = 'asked for by a court';

  it('keeps a conversation beyond its time, and lifted, it goes at once', async () => {
    const talk = await here.talk();
    const wanted = { kind: 'transcript', id: talk.id, reason } as const;
    expect(await here.retention.hold('ada', wanted)).toBe('done');
    expect(await here.retention.hold('ada', wanted)).toBe('held');
    expect(await here.retention.hold('ada', { ...wanted, id: 'never' })).toBe('unknown');
    here.pass(91);
    expect((await here.retention.expire()).transcript).toBe(0);
    expect(await talk.opens()).toBe(true);
    expect(await here.retention.isHeld(talk.id)).toBe(true);
    expect(await here.retention.lift('ada', talk.id, 'the case is over')).toBe('done');
    expect(await here.retention.isHeld(talk.id)).toBe(false);
    expect(await talk.opens()).toBe(false);
    expect(await here.papers.notes(talk.id)).toEqual([]);
    expect(await here.retention.lift('ada', talk.id, 'again')).toBe('unknown');
  });

  it('keeps what a texter wanted erased, until it is lifted; what is young stays afterwards', async () => {
    const [erased, young] = [await here.talk(), await here.talk()];
    for (const { id } of [erased, young]) await here.retention.hold('ada', { kind: 'transcript', id, reason });
    expect(await here.vault.destroy([erased.id])).toEqual([erased.id]);
    expect(await erased.opens()).toBe(true);
    for (const { id } of [erased, young]) await here.retention.lift('ada', id, 'the case is over');
    expect([await erased.opens(), await young.opens()]).toEqual([false, true]);
  });

  it('is on nothing that seals what everybody wrote within an hour', async () => {
    const id = await here.vault.inboxKey(here.clock.now());
    expect(await here.retention.hold('ada', { kind: 'transcript', id, reason })).toBe('unknown');
    expect(await here.vault.destroy([id])).toEqual([]);
  });

  it('set anew while the one before is being lifted holds on', async () => {
    const talk = await here.talk();
    const wanted = { kind: 'transcript', id: talk.id, reason } as const;
    await here.retention.hold('ada', wanted);
    const { list } = here.holds;
    await here.retention.lift('ada', talk.id, 'the case is over');
    const lifted = await list();
    await here.retention.hold('ben', wanted);
    // Another process is in the middle of its round, and has read them before.
    here.holds.list = async () => {
      here.holds.list = list;
      return lifted;
    };
    here.pass(91);
    await here.retention.expire();
    expect(await talk.opens()).toBe(true);
  });

  it('on a record is on its whole story, with what is added later', async () => {
    const first = await here.record('first');
    const added = await here.record('added', 'first');
    expect(await here.retention.hold('ada', { kind: 'record', id: 'added', reason })).toBe('done');
    expect(await here.retention.hold('ada', { kind: 'record', id: 'first', reason })).toBe('held');
    const later = await here.record('later', 'first');
    await here.retention.expire();
    here.pass(400);
    await here.retention.expire();
    expect([await first.opens(), await added.opens(), await later.opens()]).toEqual([true, true, true]);
    await here.retention.lift('ada', 'first', 'over');
    expect([await first.opens(), await added.opens(), await later.opens()]).toEqual([false, false, false]);
  });

  it('is told with who, when and why, as long as it holds and the audit is kept after that', async () => {
    const talk = await here.talk();
    const at = here.clock.now();
    await here.retention.hold('ada', { kind: 'transcript', id: talk.id, reason });
    here.pass(300);
    await here.retention.expire();
    const told = { id: talk.id, kind: 'transcript', by: 'ada', at, reason };
    expect((await here.retention.view()).holds).toEqual([told]);
    expect(JSON.stringify(await here.holds.list())).not.toContain(reason);
    await here.retention.lift('ben', talk.id, 'over');
    const lifted = { by: 'ben', at: here.clock.now(), reason: 'over' };
    expect((await here.retention.view()).holds).toEqual([{ ...told, lifted }]);
    here.pass(101);
    await here.retention.expire();
    expect((await here.retention.view()).holds).toEqual([]);
    expect(await here.holds.list()).toEqual([]);
  });
});

it('is shown beforehand: how many of what go in which span', async () => {
  const now = here.clock.now();
  await here.talk();
  await here.note('ana');
  here.pass(50);
  await here.talk();
  await here.record('first');
  for (const actor of ['ben', 'cal']) await here.note(actor);
  const view = await here.retention.view();
  expect(view.days).toEqual(DAYS);
  expect(view.kept).toEqual({ transcript: 2, record: 1, audit: 3 });
  const none = { transcript: 0, record: 0, audit: 0 };
  expect(view.due).toEqual([
    { from: now + 89 * DAY, counts: { ...none, transcript: 1 } },
    { from: now + 99 * DAY, counts: { ...none, audit: 1 } },
  ]);
});
