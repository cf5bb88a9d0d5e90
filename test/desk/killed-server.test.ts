import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { builtConsole } from '../console/support/console-page.ts';
import { startBrowser } from '../emulator/browser.ts';
import { type RealLine, startRealLine } from '../support/real-line.ts';
import { until } from '../support/until.ts';
import { partsOf } from './support/demo-desk.ts';
import { type Enlisted, enlist } from './support/enlist.ts';
import { type Door, openDoor } from './support/open-door.ts';

const ONE = '+15555550154';
const STALE_MS = 26_000;

let browser: Browser;
let door: Door;
let line: RealLine;
let ana: Enlisted;
let page: Page;
beforeAll(async () => {
  door = await openDoor();
  [browser, line] = await Promise.all([startBrowser(), startRealLine({ publicUrl: door.url }), builtConsole()]);
  door.leadTo(line.lines[0]?.url ?? '');
  ana = await enlist(line, 'ana', ['advocate']);
});
afterAll(async () => {
  await browser?.close();
  await line?.stop();
  await door?.close();
});

/** With the second factor, as on a live line. */
async function signIn(): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  page.setDefaultTimeout(60_000);
  await page.clock.install();
  await page.goto(`${door.url}/console/talks`);
  await page.getByLabel('Login').fill(ana.login);
  await page.getByRole('textbox', { name: 'Password' }).fill(ana.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code of your authenticator').fill(ana.code());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Go on shift' }).click();
}

const standing = (more: string) => page.getByTitle(more).waitFor();
const onPhone = () => line.emulator.ledger.sentTo(ONE).map(({ body }) => body);
const write = async (text: string) => {
  await partsOf(page).box.fill(text);
  await partsOf(page).box.press('Enter');
};

describe('a server that is killed under an open console', () => {
  it('is noticed, is back, and has lost nothing and sent nothing twice', async () => {
    await line.emulator.text({ from: ONE, body: 'he has a gun and he is coming' });
    await signIn();
    const { transcript, next } = partsOf(page);
    await next.click();
    await write('I am Ana, a person.');
    await until('the first is on the phone', () => onPhone().includes('I am Ana, a person.'));

    // The server has taken this one, and its answer never comes.
    await page.route(
      '**/say',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await write('Is there a room with a lock?');
    await until('it is on the phone', () => onPhone().includes('Is there a room with a lock?'));

    const [first] = line.lines;
    if (first === undefined) throw new Error('No line was started.');
    first.pause();
    await write('Stay where you are.');
    await page.clock.fastForward(STALE_MS);
    await standing('The server has not been heard for a while.');
    await first.kill();
    await standing('The connection is gone.');
    await page.getByText('1 text not sent yet').waitFor();
    await transcript.getByText('Not sent yet. It goes out').waitFor();
    await write('Do not open the door.');
    await page.getByText('2 texts not sent yet').waitFor();

    const second = await line.start();
    // It comes before the console is back.
    await line.emulator.text({ from: ONE, body: 'are you there' });
    door.leadTo(second.url);
    await standing('What you see is true now.');
    await transcript.getByText('are you there').waitFor();
    const said = ['Stay where you are.', 'Do not open the door.'];
    await until('all are on the phone', () => said.every((text) => onPhone().includes(text)), { seen: onPhone });
    await page.reload();
    await transcript.getByText('Do not open the door.').waitFor();
    for (const text of ['I am Ana, a person.', 'Is there a room with a lock?', ...said]) {
      expect({ text, sent: onPhone().filter((body) => body === text).length }).toEqual({ text, sent: 1 });
      expect(await transcript.locator('[data-kind="advocate"]', { hasText: text }).count()).toBe(1);
    }
    expect(await line.heard(ONE)).toEqual(['he has a gun and he is coming', 'are you there']);
  });
});
