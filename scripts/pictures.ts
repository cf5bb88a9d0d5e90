// Takes the pictures of docs/advocates.md: real Chromium over the real line in demo mode, with invented texters.
import { mkdir, stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type DemoDesk, partsOf, startDemoDesk } from '../test/desk/support/demo-desk.ts';
import { until } from '../test/support/until.ts';

const FOLDER = 'docs/pictures';
const WIDE = { width: 1280, height: 800 };
const SMALL = { width: 390, height: 780 };
/** Charts draw themselves. */
const DRAWN_MS = 1_500;
const [IN_DANGER, WAITING, TIPSTER, LEAVING] = ['+15555550171', '+15555550172', '+15555550173', '+15555550174'];

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready');
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  process.stdout.write(`${path} ${Math.round((await stat(path)).size / 1000)} kB\n`);
}

/** Phone and console beside each other, as a newcomer finds them. */
async function sideBySide({ browser, running, text }: DemoDesk): Promise<void> {
  const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  await page.goto(running.url);
  const console = page.frameLocator('iframe[src="/console/"]');
  await console.getByRole('button', { name: /^Ana/ }).click();
  await console.getByRole('button', { name: 'Go on shift' }).click();
  await text('+15555550100', 'hi');
  await text('+15555550100', 'he has a knife and he wont let me leave');
  await console.getByRole('article').waitFor();
  await picture(page, 'demo');
  await console.getByRole('button', { name: 'Take the next' }).click();
  await console.getByLabel('Your reply').fill('I am Ana, a person. Are you somewhere he cannot see you?');
  await console.getByLabel('Your reply').press('Enter');
  await page.context().close();
}

async function advocate(desk: DemoDesk): Promise<void> {
  const { page } = await desk.signIn('ben');
  const { queue, next, box, transcript } = partsOf(page);
  await desk.text(WAITING, 'I want to talk to a person');
  await desk.text(IN_DANGER, 'hi can you help me');
  await desk.text(IN_DANGER, 'he took my passport and he has a gun. im 16');
  await queue.getByRole('article').nth(1).waitFor();
  await picture(page, 'queue');

  await next.click();
  await box.fill('I am Ben, a person. I read every word. Is he in the same room?');
  await box.press('Enter');
  await transcript.locator('[data-kind="advocate"]').getByText('Delivered', { exact: true }).waitFor();
  await desk.text(IN_DANGER, 'no hes asleep downstairs');
  await transcript.getByText('no hes asleep downstairs').waitFor();
  await box.fill('Can you get out of the house without passing him?');
  await picture(page, 'talk');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await picture(page, 'talk-dark');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(SMALL);
  await picture(page, 'talk-phone');
  await page.setViewportSize(WIDE);

  await page.getByRole('button', { name: 'Tools' }).click();
  await picture(page, 'tools');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  await page.keyboard.press('Alt+c');
  const closing = page.getByRole('dialog', { name: /^Close/ });
  await closing.getByRole('radio', { name: 'Crisis' }).check();
  await closing.getByRole('radio', { name: 'Referred' }).check();
  await picture(page, 'close');
  await page.keyboard.press('Escape');
}

async function supervisor(desk: DemoDesk): Promise<void> {
  const { page } = await desk.signIn('sol');
  const { next, transcript } = partsOf(page);
  await desk.text(LEAVING, 'my boss locks us in at night and says he will hurt us');
  await next.click();
  await transcript.getByText('locks us in at night').waitFor();
  await desk.text(LEAVING, 'STOP');
  await page.getByText('They texted STOP. Nothing can be sent until they text START.').waitFor();
  await picture(page, 'stop');

  for (const screen of ['floor', 'statistics']) {
    await page.goto(`${desk.running.url}/console/${screen}`);
    await page
      .getByRole('main')
      .getByText(/Ana|Contacts/)
      .first()
      .waitFor();
    await page.waitForTimeout(DRAWN_MS);
    await picture(page, screen);
  }
}

async function operator(desk: DemoDesk): Promise<void> {
  const tip: [text: string, heard: string][] = [
    ['I want to report a tip', 'in danger now'],
    ['2', 'What did you see'],
    ['a shop on Elm Street keeps the papers of its workers', 'Where was it'],
    ['Houston TX', 'When was it'],
    ['3', 'under 18'],
    ['2', 'May we pass this on'],
    ['2', 'Your code is'],
  ];
  for (const [text, heard] of tip) {
    await desk.text(TIPSTER, text);
    await until(heard, () => desk.onPhone(TIPSTER).some((body) => body.includes(heard)));
  }
  const { page } = await desk.signIn('olu', '/records');
  await page.getByRole('link', { name: /^Tip/ }).click();
  await page.getByRole('article', { name: 'Tip' }).getByText('keeps the papers').waitFor();
  await picture(page, 'records');
}

async function newcomer(desk: DemoDesk): Promise<void> {
  const { page } = await desk.signIn('ada', '/practice');
  await page.getByRole('button', { name: 'Begin: In danger now' }).waitFor();
  await picture(page, 'practice');
}

await mkdir(FOLDER, { recursive: true });
const desk = await startDemoDesk();
try {
  for (const part of [sideBySide, advocate, supervisor, operator, newcomer]) await part(desk);
} finally {
  await desk.stop();
}
