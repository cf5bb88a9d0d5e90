import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../emulator/browser.ts';
import { until } from '../support/until.ts';
import { builtConsole, openConsole } from './support/console-page.ts';
import { type FakeServer, startFakeServer } from './support/fake-server.ts';
import { fakeTalks } from './support/fake-talks.ts';

const FIRST = 'talk-a1b2c3d4-7f3k';
const SILENT = 'talk-b2c3d4e5-m4xq';
const STOPPED = 'talk-c3d4e5f6-9stp';

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
  await page.context().close();
  await server.stop();
});

async function open(path: string, account?: string): Promise<void> {
  ({ page, faults } = await openConsole(browser, server, path, { ...(account && { account }) }));
}
const box = () => page.getByLabel('Your reply');
const transcript = () => page.getByLabel('What was said');
const live = () => page.getByTitle('What you see is true now.');
const says = (id: string) => server.posts.filter((post) => post === `POST /api/talks/${id}/say`).length;

describe('an advocate', () => {
  it('does everything from sign-in to close by keyboard', async () => {
    await open('/');
    await page.getByLabel('Login').focus();
    await page.keyboard.type('ana');
    await page.keyboard.press('Tab');
    await page.keyboard.type('any password at all');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Conversation K8WD' }).waitFor();
    await page.keyboard.press('Alt+n');
    await page.waitForURL(/talk-d4e5f6a7-k8wd/);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Your reply');

    await page.keyboard.type('Are you alone?');
    await page.keyboard.press('Enter');
    await transcript().getByText('Goes out in').waitFor();
    await page.keyboard.press('Alt+z');
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Are you alone?');
    expect(server.desk.said('talk-d4e5f6a7-k8wd')).toEqual([]);

    await page.keyboard.press('Enter');
    await transcript().getByText('Delivered').waitFor();
    expect(server.desk.said('talk-d4e5f6a7-k8wd')).toEqual(['Are you alone?']);

    await page.keyboard.press('Alt+c');
    const dialog = page.getByRole('dialog', { name: 'Close K8WD' });
    await dialog.getByRole('radio', { name: 'Crisis' }).focus();
    await page.keyboard.press('Space');
    await dialog.getByRole('radio', { name: 'Helped' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(server.posts).toContain('POST /api/talks/talk-d4e5f6a7-k8wd/close');
    expect(faults).toEqual([]);
  });

  it('loses nothing and says nothing twice over a connection that goes and comes', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await box().fill('I am still here.');
    server.setDown(true);
    await page.getByTitle('The connection is gone.').waitFor();
    await box().press('Enter');
    await transcript().getByText('Not sent yet').waitFor();
    await page.getByText('1 text not sent yet').waitFor();
    server.setDown(false);
    server.desk.text(FIRST, 'are you there');
    await transcript().getByText('are you there').waitFor();
    await transcript().getByText('I am still here.').waitFor();
    await page.waitForFunction(() => !document.body.innerText.includes('not sent yet'));
    await until('said', () => server.desk.said(FIRST).includes('I am still here.'));
    expect(server.desk.said(FIRST).filter((text) => text === 'I am still here.')).toHaveLength(1);
    expect(says(FIRST)).toBe(1);
  });

  it('says nothing twice when the answer was lost and not the text', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await box().fill('One time only.');
    await until('kept', () => server.desk.talk(FIRST)?.draft === 'One time only.');
    server.loseNextAnswer();
    await box().press('Enter');
    await until('said again', () => says(FIRST) === 2);
    expect(server.desk.taken()).toBe(1);
    await until('said', () => server.desk.said(FIRST).includes('One time only.'));
    await transcript().getByText('One time only.').waitFor();
  });

  it('is rung by what a colleague hands over', async () => {
    await open('/talks', 'ana');
    await page.getByRole('article', { name: 'Conversation H0GZ' }).waitFor();
    const one = server.desk.talk('talk-c9d0e1f2-h0gz');
    if (!one) throw new Error('nobody to hand over');
    server.desk.arrive({ ...one, card: { ...one.card, reservedFor: { id: 'ana', name: 'Ana' } } });
    await page.locator('[data-announced="urgent"]', { hasText: 'handed to you' }).waitFor({ state: 'attached' });
    expect(faults).toEqual([]);
  });

  it('finds a text still there that was written when the login had ended, and it goes out once', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await box().fill('Stay where you are.');
    server.endLogins();
    await box().press('Enter');
    await page.getByRole('button', { name: /^Ana/ }).click();
    await until('said', () => server.desk.said(FIRST).includes('Stay where you are.'));
    await transcript().getByText('Stay where you are.').waitFor();
    expect(server.desk.said(FIRST).filter((text) => text === 'Stay where you are.')).toHaveLength(1);
  });

  it('is asked before a text goes to the wrong person, or to one who has been silent', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await box().fill('Do not pay the 9400 dollars.');
    await box().press('Enter');
    const warning = page.getByRole('alert').filter({ hasText: 'belongs to another conversation' });
    await warning.getByText('9400.', { exact: false }).first().waitFor();
    await page.keyboard.press('Enter');
    await warning.waitFor({ state: 'hidden' });
    expect(await box().inputValue()).toBe('Do not pay the 9400 dollars.');

    await page.goto(`${server.url}/console/talks/${SILENT}`);
    await box().fill('Can you write?');
    await box().press('Enter');
    const silent = page.getByRole('alert').filter({ hasText: 'silent for 15 minutes' });
    await silent.getByRole('button', { name: 'Send it all the same' }).click();
    await until('said', () => server.desk.said(SILENT).includes('Can you write?'));
    expect(faults).toEqual([]);
  });

  it('cannot write to somebody who texted STOP, and closes what is left of it', async () => {
    await open(`/talks/${STOPPED}`, 'ana');
    await page.getByText('Nothing can be sent until they text START').waitFor();
    expect(await box().count()).toBe(0);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('dialog', { name: 'Close 9STP' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('finds an unsent draft again after a reload, and the browser has kept nothing of it', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await box().fill('Half a thought about room 214');
    await until('kept', () => server.desk.talk(FIRST)?.draft === 'Half a thought about room 214');
    const kept = await page.evaluate(async () =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        await indexedDB.databases(),
        await caches.keys(),
        document.title,
        location.href,
      ]),
    );
    expect(kept).not.toMatch(/214|thought|Amarillo|Ana/);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a thought about room 214');
    expect(faults).toEqual([]);
  });

  it('hears a red arrival by screen reader, title and queue within a second, and no detail of it', async () => {
    await open('/talks', 'ana');
    await live().waitFor();
    const [red] = fakeTalks(Date.now()).slice(3);
    if (!red) throw new Error('nobody to arrive');
    await page.evaluate(() => {
      const rung = { notes: 0 };
      Object.assign(window, { rung });
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        rung.notes += 1;
        start.call(this, when);
      };
    });
    await page.mouse.click(600, 500);
    server.desk.arrive({ ...red, card: { ...red.card, talk: 'talk-new-0000-n3w1', since: Date.now() } });
    await page
      .locator('[data-announced="urgent"]', { hasText: 'Somebody in danger waits.' })
      .waitFor({ state: 'attached' });
    await page.getByRole('article', { name: 'Conversation N3W1' }).waitFor();
    await page.waitForFunction(() => (window as unknown as { rung: { notes: number } }).rung.notes >= 4);
    expect(await page.title()).toBe('● Talks · Lantern');
    expect(faults).toEqual([]);
  });

  it('is told of a new text in another conversation, seen and heard', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await transcript().getByText('this is the door').waitFor();
    server.desk.text(SILENT, 'puedo hablar');
    await page
      .locator('[data-announced="polite"]', { hasText: 'New text in M4XQ: puedo hablar' })
      .waitFor({ state: 'attached' });
    await page.getByRole('link', { name: /M4XQ.*2 unread texts/ }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForURL(new RegExp(SILENT));
    await page.getByRole('link', { name: /M4XQ.*unread/ }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('sees a picture only on purpose, blurred first', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await transcript().getByText('A picture, not shown').waitFor();
    expect(server.posts.filter((post) => post.endsWith('/media'))).toEqual([]);
    await page.getByRole('button', { name: 'Show blurred' }).click();
    const picture = page.getByAltText('Picture sent by the texter');
    expect(await picture.evaluate((element) => getComputedStyle(element).filter)).toContain('blur');
    await page.getByRole('button', { name: 'Show clearly' }).click();
    expect(await picture.evaluate((element) => getComputedStyle(element).filter)).toBe('none');
    expect(faults).toEqual([]);
  });

  it('counts segments, makes plain letters of curly ones, and cuts what is too long by sentences', async () => {
    await open(`/talks/${FIRST}`, 'ana');
    await box().fill('I am “here”.');
    await page.getByText('70 a segment because of “ ”').waitFor();
    await page.getByRole('button', { name: 'Use plain letters' }).click();
    await page.getByText('plain letters', { exact: true }).waitFor();
    expect(await box().inputValue()).toBe('I am "here".');
    await box().fill('This is a sentence of some length that says little. '.repeat(40));
    await page.getByRole('button', { name: 'Send as 2 texts' }).click();
    await until('both said', () => server.desk.said(FIRST).filter((text) => text.startsWith('This is')).length === 2);
    expect(server.desk.said(FIRST).every((text) => text.length <= 1_600)).toBe(true);
    expect(faults).toEqual([]);
  });

  it('writes Spanish after one choice, and the page says so', async () => {
    await open('/settings', 'ana');
    await page.getByRole('combobox', { name: 'Language of the console' }).click();
    await page.getByRole('option', { name: 'Español' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ajustes' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(faults).toEqual([]);
  });
});

describe('the first load', () => {
  it('of the work screen with a conversation open is under 250 kB of compressed script', async () => {
    const scripts = new Map<string, Promise<number>>();
    const context = await browser.newContext();
    await context.addCookies([{ name: 'account', value: 'ana', url: server.url }]);
    page = await context.newPage();
    page.on('response', (response) => {
      if (response.url().endsWith('.js'))
        scripts.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
    });
    await page.goto(`${server.url}/console/talks/${FIRST}`);
    await box().fill('Even with the segment counter.');
    await page.getByText('1 segment', { exact: true }).waitFor();
    const bytes = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(250_000);
  });
});

describe('a stream that another tab has taken', () => {
  it('says so, and comes back when asked', async () => {
    await open('/talks', 'ana');
    await live().waitFor();
    server.tell({ type: 'moved' });
    await page.getByTitle('Another tab of this browser').waitFor();
    await page.getByRole('button', { name: 'Open here' }).click();
    await live().waitFor();
    expect(faults).toEqual([]);
  });
});
