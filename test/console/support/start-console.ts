import type { Browser } from 'playwright-core';
import { startBrowser } from '../../emulator/browser.ts';
import { builtConsole } from './console-page.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';

/** The built console behind one fake server, and a browser to open it with, for a whole file of tests. */
export async function startConsole(): Promise<{ browser: Browser; server: FakeServer; close(): Promise<void> }> {
  const [browser, server] = await Promise.all([
    startBrowser(),
    builtConsole().then((folder) => startFakeServer(folder)),
  ]);
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { browser, server, close };
}
