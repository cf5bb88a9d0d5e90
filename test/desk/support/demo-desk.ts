import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../../src/config.ts';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import { DEMO_ACCOUNTS } from '../../../src/hotline/accounts/demo-accounts.ts';
import { type RunningLine, type StartOptions, startLine } from '../../../src/main.ts';
import { builtConsole } from '../../console/support/console-page.ts';
import { faultsOf, startBrowser } from '../../emulator/browser.ts';
import { readSetOnce } from '../../support/read-set-once.ts';

/** A page of the console with somebody signed in, by their own click. */
export interface OpenDesk {
  page: Page;
  /** Whatever went wrong on it so far. */
  faults: string[];
}

/** The demo as `npm start` runs it, in this process, and browsers of the staff's. */
export interface DemoDesk {
  browser: Browser;
  running: RunningLine;
  emulator: Emulator;
  /** Every line of its log. */
  log: string[];
  /** A text from an emulated phone. */
  text(from: string, body: string): Promise<void>;
  /** Bodies that are on a phone, oldest first. */
  onPhone(phone: string): string[];
  /** A browser of their own, signed in by the demo's button; where people are talked to, on shift. */
  signIn(login: string, path?: string): Promise<OpenDesk>;
  stop(): Promise<void>;
}

export async function startDemoDesk(options: Pick<StartOptions, 'translator'> = {}): Promise<DemoDesk> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-desk-'));
  const log: string[] = [];
  const read = readConfig({ LINE_MODE: 'demo', PORT: '0', DATA_DIR: dir });
  if (!read.ok) throw new Error('The demo needs no settings.');
  const [browser, running] = await Promise.all([
    startBrowser(),
    startLine(read.config, { ...options, readChecked: readSetOnce, writeLog: (line) => void log.push(line) }),
    builtConsole(),
  ]);
  await running.working;
  const { emulator } = running;
  if (emulator === undefined) throw new Error('The demo has no provider.');
  return {
    browser,
    running,
    emulator,
    log,
    async text(from, body) {
      await emulator.text({ from, body });
    },
    onPhone: (phone) => emulator.ledger.sentTo(phone).map(({ body }) => body),
    async signIn(login, to = '/talks') {
      const name = DEMO_ACCOUNTS.find((account) => account.login === login)?.name ?? '';
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const faults = faultsOf(page);
      await page.goto(`${running.url}/console${to}`);
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await page.getByTitle('What you see is true now.').waitFor();
      if (to === '/talks') {
        const goOn = page.getByRole('button', { name: 'Go on shift' });
        await goOn.click();
        await goOn.waitFor({ state: 'detached' });
      }
      return { page, faults };
    },
    async stop() {
      await browser.close();
      await running.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** What an advocate has before them. */
export const partsOf = (page: Page) => ({
  box: page.getByLabel('Your reply'),
  transcript: page.getByLabel('What was said'),
  next: page.getByRole('button', { name: 'Take the next' }),
  queue: page.getByLabel('Queue', { exact: true }),
});
