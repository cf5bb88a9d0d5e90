import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecordPage, RecordView } from '../../src/hotline/records/record-view.ts';
import { deskLine } from '../hotline/desk/desk-line.ts';
import { type Browser, type ServedConsole, serveConsole } from './support/serve-console.ts';

const TIPSTER = '+15555550111';
const CODE = /\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b/;
const line = deskLine();
let console: ServedConsole;
let ana: Browser;
let sue: Browser;

beforeAll(async () => {
  console = await serveConsole({ records: line.records });
  await console.enlist('sue', ['supervisor']);
  [ana, sue] = [await console.signIn('ana'), await console.signIn('sue')];
});
afterAll(() => console.close());

async function ask<T>(browser: Browser, method: string, path: string, body?: unknown): Promise<T> {
  return JSON.parse((await browser.ask({ method, path, ...(body !== undefined && { body }) })).body);
}
/** Their phone takes every text of ours: each waits for the one before it to arrive. */
async function text(body: string): Promise<void> {
  const before = line.posts.length;
  await line.text(TIPSTER, body);
  for (let at = before; at < line.posts.length; at++) await line.report(line.posts[at]?.id ?? '', 'delivered');
}
const heard = () => line.sentTo(TIPSTER).join('\n');
const lastHeard = () => line.sentTo(TIPSTER).at(-1);

it('takes a tip by text, is seen to at the desk, and tells its teller how far it is by the receipt code', async () => {
  const told = ['I want to report a tip', '2', 'a shop on Elm Street keeps the papers of its workers', 'Houston TX'];
  for (const words of [...told, '3', '2', '2']) await text(words);
  const code = CODE.exec(heard())?.[0] ?? '';
  expect(code).not.toBe('');

  await text(code);
  expect(lastHeard()).toMatch(/It was received/);

  const search = { statuses: ['new'] };
  const { records, counts } = await ask<RecordPage>(ana, 'POST', '/api/records/search', search);
  expect(records).toMatchObject([{ kind: 'tip', status: 'new' }]);
  expect(counts).toEqual({ new: 1, 'in-review': 0, 'acted-on': 0, closed: 0 });
  const tip = `/api/records/${records[0]?.id}`;
  const view = await ask<RecordView>(ana, 'GET', tip);
  expect(view).toMatchObject({ consent: 'share-tip', sharing: 'facts', told: 'received', language: 'en' });
  expect(view.fields).toContainEqual(
    expect.objectContaining({ name: 'what', value: told[2], question: expect.stringMatching(/^What did you see/) }),
  );

  expect(await ask(ana, 'POST', `${tip}/status`, { status: 'in-review', seen: view.at })).toEqual({ outcome: 'done' });
  await text(code);
  expect(lastHeard()).toMatch(/It is in review/);

  const answer = { text: 'Thank you. Do you know the name of the shop?' };
  expect(await ask(ana, 'POST', `${tip}/answer`, answer)).toEqual({ outcome: 'done' });
  await text(code);
  expect(lastHeard()).not.toContain(answer.text);
  const read = (await ask<RecordView>(sue, 'GET', tip)).answer?.at;
  expect(await ask(sue, 'POST', `${tip}/approve`, { seen: read })).toEqual({ outcome: 'done' });
  await text(code);
  expect(lastHeard()).toMatch(new RegExp(`^A note from us: ${answer.text.replace('?', '\\?')}\\nIt is in review`));

  await ask(ana, 'POST', `${tip}/status`, { status: 'closed', seen: view.at });
  await text('1');
  await text('it is called Best Buttons');
  const after = await ask<RecordView>(ana, 'GET', tip);
  expect(after).toMatchObject({ status: 'new', added: [{ kind: 'addition' }] });
  expect(after.history.map(({ what }) => what)).toEqual([
    ...['status:in-review', 'answer:left', 'answer:approved', 'status:closed'],
  ]);
});

it('notes every reading and act in the audit, and none of the words', async () => {
  const entries = await console.audited();
  const acts = entries.filter(({ act }) => act.includes('/api/records')).map(({ act, outcome }) => `${act} ${outcome}`);
  expect(acts).toContain('POST /api/records/search done');
  expect(acts).toContain('GET /api/records/:record done');
  expect(acts).toContain('POST /api/records/:record/approve done');
  expect(JSON.stringify(entries)).not.toMatch(/Elm Street|name of the shop/);
});
