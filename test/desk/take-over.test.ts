import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { type DemoDesk, type OpenDesk, partsOf, startDemoDesk } from './support/demo-desk.ts';

const ONE = '+15555550151';
const OTHER = '+15555550152';
const LEAVING = '+15555550154';

let desk: DemoDesk;
let ana: OpenDesk;
let ben: OpenDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
  ana = await desk.signIn('ana');
  ben = await desk.signIn('ben');
});
afterAll(() => desk?.stop());

describe('a human takes over, in a real browser on the real line', () => {
  it('a text from a phone rings, is claimed, answered, handed on, taken over and closed', async () => {
    const here = partsOf(ana.page);
    await desk.text(ONE, 'he has a knife and he wont let me leave');
    for (const { page } of [ana, ben]) {
      await page
        .locator('[data-announced="urgent"]', { hasText: 'Somebody in danger waits.' })
        .waitFor({ state: 'attached' });
      await partsOf(page).queue.getByRole('article').waitFor();
      expect(await page.title()).toMatch(/^● /);
    }

    await here.next.click();
    await here.transcript.getByText('he has a knife and he wont let me leave').waitFor();
    // The other sees at once that nobody waits any more.
    await partsOf(ben.page).queue.getByRole('article').waitFor({ state: 'detached' });
    await until('the mark is gone', async () => !(await ben.page.title()).startsWith('●'));
    const bot = desk.onPhone(ONE);

    await here.box.fill('I am Ana, a person. Can you get to a room with a lock?');
    await here.box.press('Enter');
    await here.transcript.getByText('Goes out in').waitFor();
    const mine = here.transcript.locator('[data-kind="advocate"]', { hasText: 'a room with a lock' });
    await mine.getByText('Delivered', { exact: true }).waitFor();
    expect(desk.onPhone(ONE).slice(bot.length)).toEqual(['I am Ana, a person. Can you get to a room with a lock?']);

    await desk.text(ONE, 'yes the bathroom');
    await here.transcript.getByText('yes the bathroom').waitFor();

    await ana.page.keyboard.press('Alt+t');
    const dialog = ana.page.getByRole('dialog', { name: /^Transfer/ });
    await dialog.getByRole('combobox', { name: 'To whom' }).click();
    await ana.page.getByRole('option', { name: /^Ben/ }).click();
    await dialog.getByLabel('Note for the next advocate').fill('Locked in the bathroom. Police number asked for.');
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const there = partsOf(ben.page);
    await there.queue.getByText('For you').waitFor();
    await there.next.click();
    for (const said of ['he wont let me leave', 'a room with a lock', 'yes the bathroom']) {
      await there.transcript.getByText(said).waitFor();
    }
    await ben.page.getByText('Locked in the bathroom.').waitFor();
    await there.box.fill('This is Ben. Ana told me all. Stay there, I read every word.');
    await there.box.press('Enter');
    await until('the phone has it', () => desk.onPhone(ONE).some((body) => body.startsWith('This is Ben.')));

    await ben.page.keyboard.press('Alt+c');
    const closing = ben.page.getByRole('dialog', { name: /^Close/ });
    await closing.getByRole('radio', { name: 'Crisis' }).check();
    await closing.getByRole('radio', { name: 'Helped' }).check();
    await closing.getByRole('button', { name: 'Close the conversation' }).click();
    await closing.waitFor({ state: 'hidden' });
    await ben.page.getByText('Nobody waits.').waitFor();
    expect(desk.onPhone(ONE).filter((body) => /room with a lock|This is Ben/.test(body))).toHaveLength(2);
    expect([ana, ben].map(unexpected)).toEqual([[], []]);
  });

  it('two browsers that reach for one person at once: one holds them, the other is told', async () => {
    await desk.text(OTHER, 'I want to talk to a person');
    let asked = 0;
    const bothAsk = new Promise<void>((open) => {
      for (const { page } of [ana, ben]) {
        void page.route('**/api/next', async (route) => {
          asked += 1;
          if (asked === 2) open();
          await bothAsk;
          await route.continue();
        });
      }
    });
    await Promise.all([ana, ben].map(({ page }) => partsOf(page).queue.getByRole('article').waitFor()));
    await Promise.all([ana, ben].map(({ page }) => partsOf(page).next.click()));
    const holds = ({ page }: OpenDesk) => partsOf(page).box.isVisible();
    await until('one holds them', async () => (await holds(ana)) || (await holds(ben)));
    const [winner, loser] = (await holds(ana)) ? [ana, ben] : [ben, ana];
    await loser.page.getByText('Nobody waits there any more.').waitFor();
    expect(await holds(loser)).toBe(false);
    await partsOf(winner.page).box.fill('Only one of us writes to you.');
    await partsOf(winner.page).box.press('Enter');
    await until('the phone has it', () => desk.onPhone(OTHER).includes('Only one of us writes to you.'));

    // Whoever did not get them cannot read them by their address either.
    await loser.page.goto(winner.page.url());
    await loser.page.getByText('This conversation is not here any more, or not yours to see.').waitFor();
    expect(unexpected(winner)).toEqual([]);
  });
});

describe('STOP in a live conversation', () => {
  it('is shown plainly with the box closed; whatever was on its way stays, and somebody sees to the card', async () => {
    const { page } = ana;
    const { queue, next, box, transcript } = partsOf(page);
    await page.goto(`${desk.running.url}/console/talks`);
    await desk.text(LEAVING, 'i am not safe he will come back');
    await queue.getByRole('article').waitFor();
    await next.click();
    await box.fill('This must not reach a phone any more.');
    await box.press('Enter');
    await transcript.getByText('Goes out in').waitFor();
    await desk.text(LEAVING, 'STOP');
    await page.getByText('They texted STOP. Nothing can be sent until they text START.').waitFor();
    expect(await box.isVisible()).toBe(false);
    await page.getByText('They cannot be texted until they text START.', { exact: false }).first().waitFor();
    await queue.getByText('Texted STOP').waitFor();

    await page.keyboard.press('Alt+c');
    const closing = page.getByRole('dialog', { name: /^Close/ });
    await closing.getByRole('radio', { name: 'Crisis' }).check();
    await closing.getByRole('radio', { name: 'No answer' }).check();
    await closing.getByRole('button', { name: 'Close the conversation' }).click();
    await closing.waitFor({ state: 'hidden' });
    await queue.getByText('Texted STOP').waitFor({ state: 'detached' });
    await until('the confirmation is on the phone', () => desk.onPhone(LEAVING).length >= 2);
    expect(desk.onPhone(LEAVING).filter((body) => body.includes('must not reach'))).toEqual([]);
    expect(unexpected(ana)).toEqual([]);
  });
});

describe('practice', () => {
  it('is played with the same screens, from the first text to the debrief, and the line itself hears nothing of it', async () => {
    const { page } = ben;
    const real = async () => ({
      sent: desk.emulator.ledger.sent().map(({ sid }) => sid),
      shown: (await desk.running.stores.desk.list()).map(({ talk }) => talk),
    });
    const before = await real();
    await page.goto(`${desk.running.url}/console/practice`);
    await page.getByRole('button', { name: 'Begin: In danger now' }).click();
    const { queue, next, box, transcript } = partsOf(page);
    await queue.getByRole('article').waitFor();
    await next.click();
    await transcript.getByText('he has a knife and he wont let me leave').waitFor();
    await box.fill('I am Ben, a person. Is it safe to text?');
    await box.press('Enter');
    await transcript.getByText('i locked the bathroom door').waitFor();

    await page.keyboard.press('Alt+c');
    const closing = page.getByRole('dialog', { name: /^Close/ });
    await closing.getByRole('radio', { name: 'Crisis' }).check();
    await closing.getByRole('radio', { name: 'Helped' }).check();
    await closing.getByRole('button', { name: 'Close the conversation' }).click();
    await closing.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Texters and debriefs' }).click();
    await page.getByRole('heading', { name: 'Debrief: In danger now' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'First asked whether it is safe to text (done)' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Told them of 911 (missing)' }).waitFor();

    expect(await real()).toEqual(before);
    expect(unexpected(ben)).toEqual([]);
  });
});

/** But for the last look at a conversation that one has just given away. */
function unexpected({ faults }: OpenDesk): string[] {
  return faults.filter((fault) => !/^404 \S+\/talks\/|status of 404/.test(fault));
}
