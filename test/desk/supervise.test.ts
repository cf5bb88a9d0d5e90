import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { type DemoDesk, type OpenDesk, partsOf, startDemoDesk } from './support/demo-desk.ts';

const PHONE = '+15555550161';

let desk: DemoDesk;
let ana: OpenDesk;
let sol: OpenDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
  ana = await desk.signIn('ana');
  sol = await desk.signIn('sol');
});
afterAll(() => desk?.stop());

const go = ({ page }: OpenDesk, path: string) => page.goto(`${desk.running.url}/console${path}`);

describe('a supervisor, in a real browser on the real line', () => {
  it('sees who has whom, takes over, hands back, looks at it again when it is closed, and reads the numbers', async () => {
    await desk.text(PHONE, 'he locked me in and took my passport');
    await partsOf(ana.page).queue.getByRole('article').waitFor();
    await partsOf(ana.page).next.click();
    await partsOf(ana.page).box.waitFor();

    await go(sol, '/floor');
    const row = sol.page.getByRole('article', { name: /^Conversation/ });
    await row.getByText('Ana', { exact: true }).waitFor();
    await sol.page.getByRole('article', { name: 'Ana' }).getByText('1 of 4 conversations').waitFor();
    await row.getByRole('button', { name: /^Take over/ }).click();
    const taking = sol.page.getByRole('dialog', { name: /^Take over/ });
    await taking.getByText('Ana holds this conversation').waitFor();
    await taking.getByRole('button', { name: 'Take over' }).click();
    await partsOf(sol.page).box.fill('I am Sol. I read all of it. Are you hurt?');
    await partsOf(sol.page).box.press('Enter');
    await until('the phone has it', () => desk.onPhone(PHONE).some((body) => body.startsWith('I am Sol.')));
    await partsOf(ana.page).box.waitFor({ state: 'detached' });

    await go(sol, '/floor');
    await row.getByText('Sol', { exact: true }).waitFor();
    await row.getByRole('button', { name: /^Hand on/ }).click();
    const handing = sol.page.getByRole('dialog', { name: /^Hand on/ });
    await handing.getByRole('combobox', { name: 'To whom' }).click();
    await sol.page.getByRole('option', { name: 'Ana ·' }).click();
    await handing.getByLabel('Note for the next advocate').fill('Ask about a doctor first.');
    await handing.getByRole('button', { name: 'Hand on' }).click();
    await handing.waitFor({ state: 'hidden' });
    await row.getByText('For Ana').waitFor();

    await go(ana, '/talks');
    await partsOf(ana.page).next.click();
    await ana.page.getByText('Ask about a doctor first.').waitFor();
    await ana.page.keyboard.press('Alt+c');
    const closing = ana.page.getByRole('dialog', { name: /^Close/ });
    await closing.getByRole('radio', { name: 'Crisis' }).check();
    await closing.getByRole('radio', { name: 'Helped' }).check();
    await closing.getByLabel('This one was hard').check();
    await closing.getByRole('button', { name: 'Close the conversation' }).click();
    await closing.waitFor({ state: 'hidden' });
    await row.waitFor({ state: 'detached' });

    await go(sol, '/floor');
    await sol.page.getByRole('article', { name: 'Ana' }).getByText('1 hard this week').waitFor();
    await sol.page.getByRole('link', { name: '1 to review' }).click();
    await sol.page.getByRole('link', { name: /Ana: Crisis, Helped/ }).click();
    await partsOf(sol.page).transcript.getByText('took my passport').waitFor();
    await sol.page.getByLabel('Words for Ana').fill('Good that you asked about a doctor.');
    await sol.page.getByRole('button', { name: 'Finish' }).click();
    await sol.page.getByText('Nothing waits for a second look.').waitFor();
    await go(ana, '/reviews');
    await ana.page.getByText('Good that you asked about a doctor.').waitFor();

    await go(sol, '/statistics');
    const kinds = sol.page.getByRole('region', { name: 'Kind of contact', exact: true });
    await kinds.getByText('As a table').click();
    await kinds.getByRole('row', { name: 'Crisis 1' }).waitFor();
    // What was taken from her she may not read any more.
    const unexpected = ana.faults.filter((fault) => !/404/.test(fault));
    expect([unexpected, sol.faults]).toEqual([[], []]);
  });
});
