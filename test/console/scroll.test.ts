import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../emulator/browser.ts';
import { builtConsole, openConsole } from './support/console-page.ts';
import { type FakeServer, startFakeServer } from './support/fake-server.ts';
import { manyTalks } from './support/fake-talks.ts';

const QUEUE = 1_000;
const MESSAGES = 2_000;
/** What may stand in the page of either list at once, however long it is. */
const MOST_ROWS = 60;

let browser: Browser;
let server: FakeServer;
let page: Page;
let faults: string[];

beforeAll(async () => {
  const [opened, folder] = await Promise.all([startBrowser(), builtConsole()]);
  browser = opened;
  server = await startFakeServer(folder, manyTalks(Date.now(), QUEUE, MESSAGES));
  ({ page, faults } = await openConsole(browser, server, '/talks/talk-a1b2c3d4-7f3k', { account: 'ana' }));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('long lists', () => {
  it('begin at the newest message and reach the first, drawing only what is in sight', async () => {
    const said = page.getByLabel('What was said');
    await said.getByText(`Answer number ${MESSAGES - 1}.`).waitFor();
    const most = await said.evaluate(scrollThrough, -1);
    expect(most).toBeLessThan(MOST_ROWS);
    await said.getByText('Text number 0.').waitFor();
  });

  it('show every row of the queue on the way, and the last at its end', async () => {
    const waiting = page.getByLabel('People who wait');
    const most = await waiting.evaluate(scrollThrough, 1);
    expect(most).toBeLessThan(MOST_ROWS);
    await waiting.getByText('9STP').waitFor();
    expect(await waiting.locator('li').first().getAttribute('aria-setsize')).toBe(String(QUEUE + 7));
    expect(faults).toEqual([]);
  });
});

/** Scrolls an element to one of its ends, a page at a time, and answers how many rows it held at most. */
async function scrollThrough(element: Element, direction: number): Promise<number> {
  let most = 0;
  for (let before = -1; before !== element.scrollTop; ) {
    before = element.scrollTop;
    element.scrollBy({ top: direction * element.clientHeight * 4, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    most = Math.max(most, element.querySelectorAll('li').length);
  }
  return most;
}
