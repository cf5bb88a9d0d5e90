import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openConsole } from './support/console-page.ts';
import type { FakeServer } from './support/fake-server.ts';
import { startConsole } from './support/start-console.ts';

const TALK = '/talks/talk-a1b2c3d4-7f3k';
const WIDTHS = [390, 1280];

let browser: Browser;
let server: FakeServer;
let close: () => Promise<void>;
let page: Page;
let faults: string[];
let dialog: Locator;
let box: Locator;

beforeAll(async () => {
  ({ browser, server, close } = await startConsole());
  ({ page, faults } = await openConsole(browser, server, TALK, { account: 'ana' }));
  dialog = page.getByRole('dialog');
  box = page.getByLabel('Your reply');
  await box.waitFor();
});
afterAll(() => close());

/** Opens a tool as somebody does who never touches the mouse. */
async function open(tool: string): Promise<void> {
  await page.keyboard.press('Alt+m');
  const item = page.getByRole('menuitem', { name: tool });
  await item.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
}

/** Nothing in the dialog sticks out, and axe finds nothing. */
async function isSound(): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    const axe = new AxeBuilder({ page }).include('[role="dialog"]');
    // The page's own banner is inert behind a dialog, which axe does not see.
    const { violations } = await axe.disableRules('landmark-no-duplicate-banner').analyze();
    const out = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect([width, violations.map(({ id }) => id), out]).toEqual([width, [], 0]);
  }
}

/** Everything that was put into the box stands there, and one can write on. */
async function isInBox(words: string): Promise<void> {
  await dialog.waitFor({ state: 'detached' });
  expect(await box.inputValue()).toContain(words);
  expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
}

describe('a tool, opened by its key,', () => {
  it('puts a canned reply into the box once its blanks are filled', async () => {
    await open('Canned reply');
    await page.getByRole('combobox', { name: 'Reply' }).click();
    await page.getByRole('option', { name: 'Who I am' }).click();
    expect(await dialog.getByRole('button', { name: 'Put it into the box' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'your name' }).fill('Ana');
    await dialog.getByText('I am Ana, a person.').waitFor();
    await isSound();
    await dialog.getByRole('button', { name: 'Put it into the box' }).click();
    await isInBox('I am Ana, a person. I read what you wrote.');
  });

  it('puts a referral behind what stands in the box', async () => {
    await open('Find a service');
    await dialog.getByRole('textbox', { name: 'What they need' }).fill('shelter');
    await page.keyboard.press('Enter');
    await dialog.getByText('Near there').waitFor();
    await isSound();
    await dialog.getByRole('button', { name: /Casa Abierta/ }).click();
    await isInBox('I read what you wrote.\nCasa Abierta, Fresno, CA: 559-555-0100');
  });

  it('begins a record with what the bot heard, and asks for consent before it writes anything down', async () => {
    await open('Write down a record');
    expect(await dialog.getByRole('textbox', { name: 'Where is it?' }).inputValue()).toBe('Amarillo, TX');
    await isSound();
    const before = server.posts.length;
    expect(await dialog.getByRole('button', { name: 'Write it down' }).isDisabled()).toBe(true);
    await dialog.getByRole('combobox', { name: 'May we pass it on?' }).click();
    await page.getByRole('option', { name: 'Yes, not my name' }).click();
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await dialog.getByText('It is written down.').waitFor();
    expect(server.posts.slice(before)).toEqual(['POST /api/talks/talk-a1b2c3d4-7f3k/records']);
    expect(faults).toEqual([]);
  });
});
