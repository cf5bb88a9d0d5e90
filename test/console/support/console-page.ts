import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { faultsOf } from '../../emulator/browser.ts';
import type { FakeServer } from './fake-server.ts';

const run = promisify(execFile);

/** Builds the console, unless what was built last is still what the sources say: its folder. */
export async function builtConsole(): Promise<string> {
  await run(process.execPath, ['scripts/build-console.ts']);
  return 'dist/console';
}

const QUIET_MS = 150;

/**
 * A page of the console as somebody who is signed in, or nobody. `faults` fills with whatever goes wrong on it; `settled` waits
 * until it has all that it asked for, but for the stream of events, which never ends.
 */
export async function openConsole(
  browser: Browser,
  server: Pick<FakeServer, 'url'>,
  path: string,
  { account, ...options }: BrowserContextOptions & { account?: string } = {},
): Promise<{ page: Page; faults: string[]; settled: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  if (account) await context.addCookies([{ name: 'account', value: account, url: server.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults = faultsOf(page);
  const settled = watchRequests(page);
  await page.goto(`${server.url}/console${path}`);
  return { page, faults, settled };
}

function watchRequests(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  page.on('request', (request) => request.url().endsWith('/events') || pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return async () => {
    for (let quiet = 0; quiet < QUIET_MS; quiet = pending.size === 0 ? quiet + QUIET_MS / 3 : 0) {
      await page.waitForTimeout(QUIET_MS / 3);
    }
  };
}
