import { expect, it } from '@jest/globals';
import { receiptCodeIn } from '../../../src/hotline/receipt-code.ts';
import { deskLine } from '../desk/desk-line.ts';

const PHONE = '+15555550121';

/** Somebody whom Ana talks with, and what the bot had heard of a tip before. */
async function told() {
  const here = deskLine();
  let arrived = 0;
  /** Their phone takes every text of ours: each waits for the one before it to arrive. */
  async function arrive(): Promise<void> {
    for (; arrived < here.posts.length; arrived++) await here.report(here.posts[arrived]?.id ?? '', 'delivered');
  }
  async function text(body: string): Promise<void> {
    await arrive();
    await here.text(PHONE, body);
    await arrive();
  }
  for (const words of [
    'I want to report a tip',
    '2',
    'a shop on Elm Street keeps the papers of its workers',
    'Houston TX',
  ]) {
    await text(words);
  }
  await text('can a person help me');
  const { talk, fence } = await here.take('ana');
  const [ana, ben, sue] = [here.who('ana'), here.who('ben'), here.who('sue')];
  const make = (over: object = {}) =>
    here.talkRecords.make(ana, talk, {
      ...{ id: 'from-the-browser', kind: 'tip', adds: false },
      answers: { what: 'a shop keeps papers', when: 'days', consent: 'share-tip' },
      ...over,
    });
  return { ...here, here, text, talk, fence, ana, ben, sue, make };
}

it('begins with what the bot heard, question by question as the flow asks it', async () => {
  const { talkRecords, ana, talk } = await told();
  const forms = await talkRecords.forms(ana, talk, 'en');
  const tip = forms?.kinds.find(({ kind }) => kind === 'tip');
  expect(tip?.heard).toMatchObject({
    what: 'a shop on Elm Street keeps the papers of its workers',
    place: 'Houston TX',
  });
  expect(tip?.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['what', 'place', 'when', 'consent']));
  expect(tip?.fields.find(({ name }) => name === 'consent')?.options?.map(({ id }) => id)).toEqual([
    ...['anonymous', 'share-tip', 'share-contact'],
  ]);
  expect(forms?.kinds.map(({ kind }) => kind)).not.toContain('addition');
  expect((await talkRecords.forms(ana, talk, 'es'))?.kinds[0]?.fields).not.toEqual(forms?.kinds[0]?.fields);
});

it('makes a record that the desk sees, and its code is the texter’s: kept in no transcript', async () => {
  const { make, here, text, ana, talk, fence } = await told();
  const { records, desk, settle, sentTo } = here;
  const made = await make();
  if (made.outcome !== 'done') throw new Error(made.outcome);
  const code = receiptCodeIn(made.text ?? '');
  expect(code).toBe(made.code);
  const { records: listed } = await records.list({ statuses: ['new'] });
  expect(await records.view(listed[0]?.id ?? '', 'en')).toMatchObject({
    ...{ kind: 'tip', consent: 'share-tip', sharing: 'facts', language: 'en' },
    fields: [
      { name: 'what', value: 'a shop keeps papers' },
      { name: 'when', value: 'in the last few days' },
    ],
  });
  await desk.say(ana, talk, { id: 'message-1', fence, text: made.text ?? '', confirmed: [] });
  await settle();
  await here.wait(8_000, 'ana');
  expect(sentTo(PHONE).at(-1)).toContain(code);
  expect(JSON.stringify(await here.view('ana', talk))).not.toContain(code);
  await desk.close(ana, talk, { fence, kind: 'tip', outcome: 'recorded', hard: false });
  await settle();
  await text(`${code}`);
  expect(sentTo(PHONE).join('\n')).toMatch(/It was received/);
});

it('is made once, with one code, however often the browser asks', async () => {
  const { make, records } = await told();
  const [first, again, other] = [await make(), await make(), await make({ id: 'another-one' })];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect((await records.list({ statuses: ['new'] })).records).toHaveLength(2);
});

it('takes nobody’s consent for granted, and no answer that the flow does not know', async () => {
  const { make } = await told();
  const what = 'a shop';
  for (const answers of [
    { what },
    { what, consent: 'yes' },
    { what, consent: 'anonymous', phone: '1' },
    { consent: 'anonymous' },
  ]) {
    expect(await make({ answers })).toEqual({ outcome: 'incomplete' });
  }
  expect(await make({ kind: 'addition' })).toEqual({ outcome: 'unknown' });
  expect(await make({ adds: true })).toEqual({ outcome: 'unknown' });
});

it('is for whoever holds the conversation, and supervisors', async () => {
  const { talkRecords, ben, sue, talk } = await told();
  expect(await talkRecords.forms(ben, talk, 'en')).toBeUndefined();
  const record = { id: 'from-ben-1', kind: 'feedback', answers: { words: 'x' }, adds: false };
  expect(await talkRecords.make(ben, talk, record)).toEqual({ outcome: 'unknown' });
  expect(await talkRecords.make(sue, talk, record)).toEqual({ outcome: 'done' });
});
