import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { faultsOf, startBrowser } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';

const FIRST_PHONE = '+15555550100';

let browser: Browser;
let demo: Demo;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  demo = await startDemo((body) => (body === 'hi' ? 'Are you safe?\n1 yes\n2 no' : undefined));
});
afterEach(async () => {
  await page.context().close();
  await demo.close();
  // A breach of the page's own CSP is a console error too.
  expect(faults).toEqual([]);
});

async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  page.setDefaultTimeout(60_000);
  faults = faultsOf(page);
  await page.goto(demo.page);
  await phone(1).waitFor();
}
const phone = (number: number): Locator =>
  page.locator('.phone', { has: page.getByRole('heading', { name: `Phone ${number}`, exact: true }) });
const field = (number: number): Locator => page.getByLabel(`Text message from Phone ${number}`);
const bubble = (number: number, said: string): Locator => phone(number).getByRole('article').filter({ hasText: said });

describe('the phones', () => {
  it('text the line and show its answer with every mark', async () => {
    await open();
    demo.emulator.faults.always({ queueMs: 150, carrierMs: 150 });
    await field(1).fill('hi');
    await field(1).press('Enter');
    await bubble(1, 'hi').getByText('Received by the line').waitFor();
    const answer = bubble(1, 'Are you safe?');
    for (const mark of ['On its way', 'Sent', 'Delivered']) await answer.getByText(mark).waitFor();
    expect(await answer.locator('.said').innerText()).toBe('Are you safe?\n1 yes\n2 no');
    expect(await field(1).inputValue()).toBe('');
    expect(await phone(2).getByRole('article').count()).toBe(0);
    expect(demo.emulator.ledger.textsFrom(FIRST_PHONE)).toMatchObject([{ body: 'hi', to: '233733' }]);
  });

  it('say when a text was tried again, never came, or went unread', async () => {
    await demo.close();
    demo = await startDemo();
    await open();
    const { emulator, line } = demo;
    line.answer = () => ({ status: 500 });
    await field(1).fill('lost');
    await field(1).press('Enter');
    await bubble(1, 'lost').getByText('Not received by the line').waitFor();
    line.answer = () => ({ status: 200 });
    const [lost] = emulator.ledger.textsFrom(FIRST_PHONE);
    await emulator.redeliver(lost?.sid ?? '');
    await bubble(1, 'lost').getByText('Received by the line at try 2').waitFor();
    emulator.faults.next({ outcome: 'undelivered', errorCode: 30003 });
    await demo.sdk.messages.create({ to: FIRST_PHONE, from: '233733', body: 'unread' });
    await bubble(1, 'unread').getByText('Not delivered (30003)').waitFor();
  });

  it('count segments while one types', async () => {
    await open();
    const count = phone(1).locator('.count');
    await field(1).fill('abc{');
    await count.getByText('5/160 · 1 segment · GSM-7').waitFor();
    await field(1).fill('x'.repeat(161));
    await count.getByText('161/306 · 2 segments · GSM-7').waitFor();
    await field(1).fill('é’');
    await count.getByText('2/70 · 1 segment · UCS-2').waitFor();
  });

  it('send pictures without a file', async () => {
    await open();
    await phone(2).getByRole('button', { name: 'Send a picture' }).click();
    await bubble(2, 'there is no real file').waitFor();
    expect(demo.line.posts('/twilio/sms')).toMatchObject([{ NumMedia: '1', MediaContentType0: 'image/jpeg' }]);
  });

  it('show what a text says, and never run it', async () => {
    await open();
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script> javascript:alert(1)';
    await demo.sdk.messages.create({ to: FIRST_PHONE, from: '233733', body: hostile });
    await bubble(1, hostile).waitFor();
    expect(await phone(1).locator('.said :is(img, script, a)').count()).toBe(0);
    expect(await page.title()).toBe('Lantern: phones to try the line');
    expect(page.url()).toBe(`${demo.page}/`);
  });

  it('are added and put away, and stay on the table over a reload', async () => {
    await open();
    await page.getByRole('button', { name: 'Add a phone' }).click();
    await phone(3).waitFor();
    await field(3).and(page.locator(':focus')).waitFor();
    await field(1).fill('hi');
    await field(1).press('Enter');
    await bubble(1, 'Are you safe?').getByText('Delivered').waitFor();
    await page.getByRole('button', { name: 'Put Phone 2 away' }).click();
    await phone(3).waitFor({ state: 'detached' });
    await page.reload();
    await bubble(1, 'Are you safe?').waitFor();
    expect(await page.locator('.phone .number').allInnerTexts()).toEqual(['+1 555-555-0100', '+1 555-555-0102']);
  });
});

describe('by keyboard', () => {
  it('writes, breaks lines, sends, and takes an idea', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Add a phone');
    const seen = [];
    while (seen.at(-1) !== 'Text message from Phone 1' && seen.length < 30) {
      await page.keyboard.press('Tab');
      seen.push(await focused());
    }
    expect(seen).toEqual(expect.arrayContaining(['Put Phone 1 away', 'Texts on Phone 1', 'help me', 'Send a picture']));
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await bubble(1, 'one').getByText('Received').waitFor();
    expect(demo.line.posts('/twilio/sms')).toMatchObject([{ Body: 'one\ntwo' }]);
    await phone(2).getByRole('button', { name: 'STOP' }).press('Enter');
    expect(await focused()).toBe('Text message from Phone 2');
    expect(await field(2).inputValue()).toBe('STOP');
  });

  it('shows where the focus is, and speaks of new texts', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    expect(await phone(1).getByRole('log').getAttribute('aria-live')).toBe('polite');
  });

  const focused = () => page.evaluate<string>(NAME_OF_FOCUSED);
});

/** Evaluated in the page: what a screen reader calls the element that has the focus. */
const NAME_OF_FOCUSED = `[document.activeElement].map((element) =>
  element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText.trim())[0]`;

describe.each(['light', 'dark'] as const)('on a small %s screen', (colorScheme) => {
  it('holds one phone at a time and tells of texts on the others', async () => {
    await open({ viewport: { width: 360, height: 640 }, colorScheme });
    expect(await phone(2).isVisible()).toBe(false);
    await demo.sdk.messages.create({ to: '+15555550101', from: '233733', body: 'psst' });
    const tab = page.getByRole('navigation', { name: 'Phones' }).getByRole('button', { name: 'Phone 2' });
    await page.locator('.switch [data-new]').waitFor();
    await tab.click();
    await bubble(2, 'psst').waitFor();
    expect(await phone(1).isVisible()).toBe(false);
    for (let count = 0; count < 12; count++)
      await demo.sdk.messages.create({ to: '+15555550101', from: '233733', body: `text ${count}` });
    await bubble(2, 'text 11').waitFor();
    expect(await bubble(2, 'text 11').isVisible()).toBe(true);
    const root = 'document.documentElement';
    expect(await page.evaluate(`[${root}.scrollWidth, ${root}.scrollHeight]`)).toEqual([360, 640]);
    const box = await phone(2).getByRole('button', { name: 'Send', exact: true }).boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  });
});
