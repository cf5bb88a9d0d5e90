import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fakeTranslator } from '../hotline/desk/fake-translator.ts';
import { until } from '../support/until.ts';
import { type DemoDesk, type OpenDesk, partsOf, startDemoDesk } from './support/demo-desk.ts';

const [TIPSTER, GROUP, SEEKER, ABROAD] = ['+15555550161', '+15555550162', '+15555550163', '+15555550164'];
const CODE = /\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b/;

let desk: DemoDesk;
let sol: OpenDesk;
beforeAll(async () => {
  desk = await startDemoDesk({ translator: fakeTranslator().translator });
  sol = await desk.signIn('sol', '/records');
});
afterAll(() => desk?.stop());

/** Texts, each after the question that it answers; the last text that came. */
async function tell(phone: string, ...steps: [text: string, heard: RegExp][]): Promise<string> {
  let last = '';
  for (const [text, heard] of steps) {
    const before = desk.onPhone(phone).length;
    await desk.text(phone, text);
    await until(`the phone has ${heard}`, () => {
      last =
        desk
          .onPhone(phone)
          .slice(before)
          .find((body) => heard.test(body)) ?? '';
      return last !== '';
    });
  }
  return last;
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('a talk in a language that nobody at the desk speaks', () => {
  it('shows a machine’s translation below each text, and sends one that its writer has seen', async () => {
    const { page, faults } = await desk.signIn('ana');
    const { next, transcript, box } = partsOf(page);
    await desk.text(ABROAD, 'tôi muốn nói chuyện với một người');
    await next.click();
    const theirs = transcript.locator('[data-kind="texter"]');
    await theirs.getByText('en: tôi muốn nói chuyện với một người').waitFor();
    await theirs.getByText('Machine translation from Vietnamese').waitFor();

    await box.fill('I am Ana, a person.');
    await page.getByRole('button', { name: 'Translate', exact: true }).click();
    await page.getByRole('region', { name: /^Machine translation into Vietnamese/ }).waitFor();
    expect(desk.onPhone(ABROAD).some((body) => body.includes('I am Ana'))).toBe(false);
    await page.getByRole('button', { name: 'Send the translation' }).click();
    await until('the phone has it', () => desk.onPhone(ABROAD).includes('vi: I am Ana, a person.'));
    await page.reload();
    const mine = transcript.locator('[data-kind="advocate"]');
    await mine.getByText('vi: I am Ana, a person.').waitFor();
    await mine.getByText(/^Machine translation\. Written in English:\s*I am Ana, a person\.$/).waitFor();
    expect(desk.onPhone(ABROAD).filter((body) => body.includes('I am Ana'))).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});

describe('what people report, from a text to the desk and back', () => {
  it('a tip is seen to in the console, and whoever holds its code hears how far it is and the answer', async () => {
    const receipt = await tell(
      TIPSTER,
      ['I want to report a tip', /in danger now/],
      ['2', /What did you see/],
      ['a shop on Elm Street keeps the papers of its workers', /Where was it/],
      ['Houston TX', /When was it/],
      ['3', /under 18/],
      ['2', /May we pass this on/],
      ['2', /Your code is/],
    );
    const code = CODE.exec(receipt)?.[0] ?? '';
    await tell(TIPSTER, [code, /It was received/]);

    const { page } = sol;
    await page.getByRole('link', { name: /^Tip/ }).click();
    const tip = page.getByRole('article', { name: 'Tip' });
    await tip.getByText('keeps the papers of its workers').waitFor();
    const [consent, told] = await Promise.all(
      ['What they agreed to', 'What they told'].map((name) => tip.getByRole('region', { name }).boundingBox()),
    );
    expect(consent?.y).toBeLessThan(told?.y ?? 0);
    await tip.getByText('“Yes, but not who I am.”').waitFor();

    await choose(page, 'How far it is', 'In review');
    await tip.getByText('hears: it is in review').waitFor();
    await tip.getByText('In your own words').click();
    await tip.getByRole('textbox', { name: 'In your own words' }).fill('Thank you. Which door do they use?');
    await tip.getByRole('button', { name: 'Leave the answer' }).click();
    await tip.getByText('It is told once a second person has approved it.').waitFor();
    expect(await tell(TIPSTER, [code, /It is in review/])).not.toContain('Which door');

    const olu = await desk.signIn('olu', new URL(page.url()).pathname.replace('/console', ''));
    await olu.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await tip.getByText('Left by Sol, approved by Olu. It is told.').waitFor();
    expect(await tell(TIPSTER, [code, /It is in review/])).toContain('Which door do they use?');
    expect([...sol.faults, ...olu.faults]).toEqual([]);
  });

  it('an organization that asks by text is approved in the console, and found by the next who asks', async () => {
    await tell(
      GROUP,
      ['we want to add our organization to your list', /in danger now/],
      ['2', /What is your group called/],
      ['Harbor Light House', /What do you offer/],
      ['shelter and lawyers', /Who do you help/],
      ['women', /Where do you work/],
      ['Toledo OH', /How should people be sent/],
      ['call (419) 555-0199 first', /Who can we ask/],
      ['Bo 419-555-0101', /A person checks it/],
    );
    const { page } = sol;
    await page.getByRole('link', { name: /^New organization/ }).click();
    const form = page.getByRole('region', { name: 'Into the directory' });
    await form.getByRole('button', { name: 'Approve and publish' }).click();
    await form.getByRole('alert').getByText('I called, and what stands here is true').waitFor();
    await form.getByLabel('Check again by').fill('2199-01-01');
    await form.getByLabel('I called, and what stands here is true').check();
    await form.getByRole('button', { name: 'Approve and publish' }).click();
    await form.getByText('It is in the directory now.').waitFor();

    await tell(
      SEEKER,
      ['I need a shelter in Toledo OH', /in danger now/],
      ['2', /Harbor Light House, Toledo, OH: 419-555-0199\./],
    );
    expect(desk.onPhone(SEEKER).join('\n')).not.toContain('419-555-0101');
    expect(sol.faults).toEqual([]);
  });
});
