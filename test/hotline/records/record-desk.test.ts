import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { createMemoryDeskEvents } from '../../../src/adapters/memory/desk-events.ts';
import { createMemoryKeyStore } from '../../../src/adapters/memory/key-store.ts';
import { createMemoryRecords } from '../../../src/adapters/memory/records.ts';
import { newKeyring } from '../../../src/hotline/keyring.ts';
import { createRecordDesk } from '../../../src/hotline/records/record-desk.ts';
import { takeAddition } from '../../../src/hotline/records/take-addition.ts';
import { createVault } from '../../../src/hotline/vault.ts';
import { deskLine, member } from '../desk/desk-line.ts';
import { handClock } from '../samples.ts';

const [ana, sue] = [member('ana'), member('sue', { roles: ['supervisor'] })];
const everything = { statuses: ['new', 'in-review', 'acted-on', 'closed'] } as const;
const { library } = deskLine();

function office() {
  const clock = handClock();
  const vault = createVault({ keyring: newKeyring(), keyStore: createMemoryKeyStore() });
  const [records, events] = [createMemoryRecords(), createMemoryDeskEvents()];
  const roster = {
    list: async () => [ana, sue, member('old', { disabled: true }), member('ada', { roles: ['admin'] })],
  };
  const desk = createRecordDesk({ clock, vault, records, roster, library, events });
  return {
    ...{ desk, records, vault, events },
    pass(ms: number) {
      clock.time += ms;
    },
    async put(id: string, content: { kind?: string; answers: object; consent?: string; of?: string }) {
      const { kind = 'tip', answers, consent = 'none', of } = content;
      const keyId = await vault.newKey();
      const told = JSON.stringify({ kind, answers, consent, language: 'en', urgency: 'rest' });
      const sealed = (await vault.seal(keyId, told, `record/${id}`)).toString('base64');
      clock.time += 1_000;
      await records.put({ id, kind, keyId, sealed, createdAt: clock.time, ...(of !== undefined && { of }) });
      if (of !== undefined) await takeAddition(of, clock.time, { records, vault });
      return keyId;
    },
    async exported() {
      const { csv, ...counts } = await desk.export(sue, everything);
      return { ...counts, csv, rows: parse(csv, { columns: true }) as Record<string, string>[] };
    },
  };
}

describe('what leaves the line', () => {
  it('is what its teller agreed to: all of it, all but who they are, or nothing', async () => {
    const { put, exported } = office();
    const answers = { what: 'a house', contact: 'Rosa, 555-010-0177' };
    await put('all', { answers, consent: 'share-contact' });
    await put('facts', { answers, consent: 'share-tip' });
    await put('none', { answers, consent: 'anonymous' });
    await put('unasked', { answers });
    await put('odd', { answers, consent: 'whatever' });
    const { rows, csv, ...counts } = await exported();
    expect(counts).toEqual({ exported: 2, withheld: 3 });
    expect(rows.map(({ what, contact }) => [what, contact])).toEqual([
      ['a house', ''],
      ['a house', 'Rosa, 555-010-0177'],
    ]);
    expect(csv.match(/Rosa/g)).toHaveLength(1);
  });

  it('goes by what was chosen last', async () => {
    const { put, exported } = office();
    await put('tip', { answers: { what: 'a house' }, consent: 'share-contact' });
    await put('change', { kind: 'consent', answers: {}, consent: 'anonymous', of: 'tip' });
    expect(await exported()).toMatchObject({ exported: 0, withheld: 1, rows: [] });
  });

  it('holds what was added, and keeps a way to reach its teller back where only the facts may go', async () => {
    const { put, exported } = office();
    await put('tip', { answers: { what: 'a house' }, consent: 'share-tip' });
    await put('more', { kind: 'addition', answers: { added: 'a white van', contact: 'Rosa' }, of: 'tip' });
    expect((await exported()).rows).toMatchObject([{ what: 'a house', added: 'a white van' }]);
    expect((await exported()).csv).not.toContain('Rosa');
  });

  it('is the report alone: what was said on the way to it stays, even where everything may go', async () => {
    const { put, exported, desk } = office();
    const answers = { said: 'I am Rosa and I want to tell something', what: 'a house', before: 'renamed since' };
    await put('tip', { answers, consent: 'share-contact' });
    expect((await exported()).rows).toMatchObject([{ what: 'a house', before: 'renamed since' }]);
    expect((await exported()).csv).not.toContain('Rosa');
    expect((await desk.view('tip', 'en'))?.fields).toMatchObject([
      { shared: false },
      { shared: true },
      { shared: true },
    ]);
  });

  it('is of a training request all of it, of feedback the mark alone', async () => {
    const { put, exported } = office();
    await put('training', { kind: 'training', answers: { organization: 'A school', contact: 'Bo' } });
    await put('feedback', { kind: 'feedback', answers: { helped: 'bad', words: 'he reads my phone' } });
    const { rows, csv } = await exported();
    expect(rows).toMatchObject([{ helped: 'bad' }, { organization: 'A school', contact: 'Bo' }]);
    expect(csv).not.toContain('my phone');
  });

  it.each([
    '=HYPERLINK("http://x","y")',
    '+1+cmd',
    '@SUM(A1)',
    '-2+3',
    '\t=1',
    "'=1",
    '＝1+1',
    '＠SUM(A1)',
    ' =1+1',
    '\u200B=1',
  ])('is no formula to a spreadsheet: %j', async (what) => {
    const { put, exported } = office();
    await put('tip', { answers: { what }, consent: 'share-tip' });
    expect((await exported()).rows[0]?.what).toBe(`'${what}`);
  });

  it('is written into the history of each record that left, and of no other', async () => {
    const { put, exported, desk } = office();
    await put('shared', { answers: {}, consent: 'share-tip' });
    await put('kept', { answers: {}, consent: 'anonymous' });
    await exported();
    expect((await desk.view('shared', 'en'))?.history).toMatchObject([{ what: 'export', by: { name: 'Sue' } }]);
    expect((await desk.view('kept', 'en'))?.history).toEqual([]);
  });

  it('is every page of a long list', async () => {
    const { put, exported } = office();
    for (let n = 0; n < 120; n++) await put(`tip-${n}`, { answers: { what: `${n}` }, consent: 'share-tip' });
    expect((await exported()).exported).toBe(120);
  });
});

describe('a record at the desk', () => {
  it('shows which fields may leave before anything is done with it', async () => {
    const { put, desk } = office();
    await put('tip', { answers: { what: 'a house', contact: 'Rosa' }, consent: 'share-tip' });
    expect((await desk.view('tip', 'en'))?.fields).toMatchObject([
      { name: 'what', shared: true },
      { name: 'contact', shared: false, question: expect.stringMatching(/\w/) },
    ]);
  });

  it('says what was asked and chosen in words, without the numbers that are for a phone', async () => {
    const { put, desk } = office();
    await put('tip', { answers: { when: 'days', minor: 'yes' } });
    expect((await desk.view('tip', 'en'))?.fields).toMatchObject([
      { question: 'When was it?', value: 'in the last few days' },
      { question: 'Is anyone in this under 18?', value: 'yes' },
    ]);
  });

  it('keeps every act of many at once', async () => {
    const { put, desk } = office();
    await put('tip', { answers: {} });
    const notes = await Promise.all(['a', 'b', 'c', 'd'].map((text) => desk.note(ana, 'tip', text)));
    expect(notes).toEqual(Array(4).fill({ outcome: 'done' }));
    await desk.assign(sue, 'tip', 'ana');
    const view = await desk.view('tip', 'en');
    expect(view?.history.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c', 'd', undefined]);
    expect(view?.assignee).toEqual({ id: 'ana', name: 'Ana' });
    expect(await desk.assign(sue, 'tip', 'old')).toEqual({ outcome: 'unknown' });
    await desk.assign(sue, 'tip', undefined);
    expect((await desk.view('tip', 'en'))?.assignee).toBeUndefined();
  });

  it('takes no answer that is long, holds a link, or that its own writer approves', async () => {
    const { put, desk } = office();
    await put('tip', { answers: {} });
    expect(await desk.answer(sue, 'tip', { text: 'x'.repeat(301) })).toEqual({ outcome: 'too-long' });
    expect(await desk.answer(sue, 'tip', { text: 'see befree.org' })).toEqual({ outcome: 'link' });
    const read = async () => (await desk.view('tip', 'en'))?.answer?.at ?? 0;
    expect(await desk.approve(sue, 'tip', 0)).toEqual({ outcome: 'no-answer' });
    expect(await desk.answer(sue, 'tip', { text: 'Thank you.' })).toEqual({ outcome: 'done' });
    expect(await desk.approve(sue, 'tip', await read())).toEqual({ outcome: 'own-answer' });
    await desk.answer(ana, 'tip', { text: 'Thank you so much.' });
    expect(await desk.approve(sue, 'tip', await read())).toEqual({ outcome: 'done' });
    expect((await desk.view('tip', 'en'))?.answer).toMatchObject({ approvedBy: { id: 'sue' } });
    await desk.answer(ana, 'tip', { text: 'Other words.' });
    expect((await desk.view('tip', 'en'))?.answer).not.toHaveProperty('approvedBy');
    await desk.answer(ana, 'tip', { text: '' });
    expect(await desk.view('tip', 'en')).not.toHaveProperty('answer');
  });

  it('lets nobody approve words that took the place of those they read', async () => {
    const { put, desk, pass } = office();
    await put('tip', { answers: {} });
    await desk.answer(ana, 'tip', { text: 'Thank you.' });
    const seen = (await desk.view('tip', 'en'))?.answer?.at ?? 0;
    pass(1_000);
    await desk.answer(ana, 'tip', { text: 'Come to the back door at nine.' });
    expect(await desk.approve(sue, 'tip', seen)).toEqual({ outcome: 'stale' });
    expect((await desk.view('tip', 'en'))?.answer).not.toHaveProperty('approvedBy');
  });

  it('lets nobody be done with what was added to it while they looked', async () => {
    const { put, desk } = office();
    await put('tip', { answers: { what: 'a house' } });
    const seen = (await desk.view('tip', 'en'))?.at ?? 0;
    await put('more', { kind: 'addition', answers: { added: 'they leave tonight' }, of: 'tip' });
    expect(await desk.setStatus(ana, 'tip', 'closed', seen)).toEqual({ outcome: 'stale' });
    const now = await desk.view('tip', 'en');
    expect(now?.status).toBe('new');
    expect(await desk.setStatus(ana, 'tip', 'closed', now?.at ?? 0)).toEqual({ outcome: 'done' });
  });

  it("is nobody's who could not open it", async () => {
    const { put, desk } = office();
    await put('tip', { answers: {} });
    expect(await desk.assign(sue, 'tip', 'ada')).toEqual({ outcome: 'unknown' });
  });

  it('is gone with its key: not shown, not exported, and no words of it left on its sheet', async () => {
    const { put, desk, records, vault, exported } = office();
    const keyId = await put('tip', { answers: { what: 'a house' }, consent: 'share-tip' });
    await desk.note(ana, 'tip', 'a secret note');
    expect(JSON.stringify(await records.sheet('tip'))).not.toContain('secret');
    await vault.destroy([keyId]);
    expect(await desk.view('tip', 'en')).toBeUndefined();
    expect(await exported()).toMatchObject({ exported: 0, withheld: 0 });
    expect(await desk.note(ana, 'nothing', 'x')).toEqual({ outcome: 'unknown' });
  });

  it('tells whoever watches that it changed, by its id alone', async () => {
    const { put, desk, events } = office();
    await put('tip', { answers: {} });
    await desk.setStatus(ana, 'tip', 'in-review', (await desk.view('tip', 'en'))?.at ?? 0);
    expect(await events.since('0-0', 10)).toMatchObject([{ event: { type: 'record', record: 'tip' } }]);
  });
});
