import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../emulator/browser.ts';
import { until } from '../support/until.ts';
import { builtConsole, openConsole } from './support/console-page.ts';
import { type FakeServer, startFakeServer } from './support/fake-server.ts';

const HELD = 'talk-a1b2c3d4-7f3k';
const WAITING = 'talk-e5f6a7b8-2ht7';

let browser: Browser;
let folder: string;
let server: FakeServer;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [browser, folder] = await Promise.all([startBrowser(), builtConsole()]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startFakeServer(folder);
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await page.context().close();
  await server.stop();
});

async function open(path: string, account: string): Promise<void> {
  ({ page, faults } = await openConsole(browser, server, path, { account }));
}
const row = (name: string) => page.getByRole('article', { name: `Conversation ${name}` });

describe('a supervisor on the floor', () => {
  it('hands a held conversation to a colleague who is there, with a note', async () => {
    await open('/floor', 'sam');
    await row('7F3K').getByRole('button', { name: 'Hand on 7F3K' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hand on 7F3K' });
    await dialog.getByRole('combobox', { name: 'To whom' }).click();
    const choices = await page.getByRole('option').allTextContents();
    expect(choices.map((choice) => choice.split(' ·')[0])).toEqual([
      'Sam',
      'Eve',
      'Minors',
      'Everybody: back to the queue',
    ]);
    await page.getByRole('option', { name: 'Eve ·' }).click();
    await dialog.getByLabel('Note for the next advocate').fill('She asked for a woman.');
    await dialog.getByRole('button', { name: 'Hand on' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row('7F3K').getByText('For Eve').waitFor();
    expect(server.posts).toEqual([`POST /api/talks/${HELD}/reassign`]);
    expect(server.desk.talk(HELD)?.card).toMatchObject({ status: 'waiting', reservedFor: { id: 'eve' } });
  });

  it('takes over from a colleague, told whose it is, and answers', async () => {
    await open('/floor', 'sam');
    await row('7F3K').getByRole('button', { name: 'Take over 7F3K' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take over 7F3K' });
    await dialog.getByText('Ana holds this conversation').waitFor();
    expect(server.posts).toEqual([]);
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await page.waitForURL(`**/console/talks/${HELD}`);
    await page.getByLabel('Your reply').fill('Hello, this is Sam.');
    expect(server.desk.talk(HELD)?.card).toMatchObject({ status: 'live', owner: { id: 'sam' } });
  });

  it('sees what comes as it comes, whose it is, and what needs a look', async () => {
    await open('/floor', 'sam');
    const needs = page.getByLabel('What needs you');
    await needs.getByText('1 person in danger waits.').waitFor();
    await needs.getByText('1 is on shift with the console closed.').waitFor();
    await row('2HT7').getByText('Waits', { exact: true }).waitFor();
    const talk = server.desk.talk(WAITING);
    if (!talk) throw new Error('nobody waits');
    server.desk.arrive({ ...talk, card: { ...talk.card, alerts: ['text-not-delivered'], attention: true } });
    await needs.getByText('A text of ours did not arrive in 1 conversation.').waitFor();
    server.desk.claim(server.desk.talk(WAITING), { id: 'ana', name: 'Ana' });
    await row('2HT7').getByText('Ana', { exact: true }).waitFor();
    await needs.getByRole('button', { name: /^A text of ours/ }).click();
    await until('filtered', async () => (await page.getByRole('article', { name: /^Conversation/ }).count()) === 3);
    await page.getByRole('article', { name: 'Ana' }).getByRole('button', { name: '3 of 4 conversations' }).click();
    await until('hers', async () => (await page.getByRole('article', { name: /^Conversation/ }).count()) === 3);
    await row('M4XQ').waitFor();
  });

  it('lightens a load, gives a break, and is told where it did nothing', async () => {
    await open('/floor', 'sam');
    await page.getByRole('button', { name: 'Care for Ana' }).click();
    const dialog = page.getByRole('dialog', { name: 'Care for Ana' });
    await dialog.getByText('They called 2 conversations of the last seven days hard.').waitFor();
    await dialog.getByLabel('Conversations at once, at most').fill('2');
    await dialog.getByRole('button', { name: 'Set' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('article', { name: 'Ana' }).getByText('2 of 2 conversations').waitFor();
    await page.getByRole('button', { name: 'Care for Bea' }).click();
    await page.getByRole('button', { name: 'Give a break' }).click();
    await page.getByText('This account is gone.').waitFor();
    expect(server.posts).toEqual(['PUT /api/floor/ana/load-cap', 'POST /api/floor/bea/break']);
  });
});

describe('a second look', () => {
  it('says what was wrong in words, goes on to the next, and reaches the advocate', async () => {
    await open('/reviews', 'sam');
    await page.getByRole('link', { name: /7F3K/ }).click();
    await page.getByLabel('What was said').getByText('help we cant get out').waitFor();
    const finish = page.getByRole('button', { name: 'Finish' });
    await page.getByText('Something was wrong').click();
    expect(await finish.isDisabled()).toBe(true);
    await page.getByLabel('Words for Ana').fill('Ask where she is before who he is.');
    await finish.click();
    await page.waitForURL(/9stp$/);
    await page.getByRole('link', { name: /7F3K/ }).waitFor({ state: 'detached' });
    expect(server.posts).toEqual([`POST /api/reviews/${HELD}`]);
    expect(faults).toEqual([]);
    await page.context().close();
    await open('/reviews', 'ana');
    await page.getByText('Ask where she is before who he is.').waitFor();
    expect(await page.getByText('Waiting for a second look').count()).toBe(0);
  });

  it('is taken at no conversation of one’s own', async () => {
    await open('/reviews/talk-b8c9d0e1-t5ly', 'sam');
    await page.getByText('You closed this one: somebody else has to look at it.').waitFor();
    expect(await page.getByRole('button', { name: 'Finish' }).count()).toBe(0);
  });
});

describe('statistics', () => {
  it('are read by operators, over the days they choose, as tables too, and as a file', async () => {
    await open('/statistics', 'olu');
    const kinds = page.getByRole('region', { name: 'Kind of contact', exact: true });
    await kinds.getByText('As a table').click();
    await kinds.getByRole('row', { name: 'Crisis 321' }).waitFor();
    await page.getByRole('combobox', { name: 'Days' }).click();
    await page.getByRole('option', { name: 'Last 7 days' }).click();
    const days = page.getByRole('region', { name: 'Day by day', exact: true });
    await days.getByText('As a table').click();
    await until('a week', async () => (await days.getByRole('row').count()) === 8);
    await page.getByRole('combobox', { name: 'Days' }).click();
    await page.getByRole('option', { name: 'From day to day' }).click();
    await page.getByLabel('First day').fill('2026-11-25');
    await page.getByText('At most a year, the first day first.').waitFor();
    await page.getByLabel('First day').fill('2026-11-22');
    await page.getByRole('button', { name: 'Show' }).click();
    await until('two days', async () => (await days.getByRole('row').count()) === 3);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('statistics-2026-11-22-2026-11-23.csv');
    expect(new URL((await download).url()).search).toBe('?from=2026-11-22&to=2026-11-23');
  });
});

describe('an advocate', () => {
  it('has no floor', async () => {
    await open('/floor', 'ana');
    await page.waitForURL('**/console/talks');
    expect(await page.getByRole('link', { name: 'Floor' }).count()).toBe(0);
  });
});
