import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { addressOf, SCREENS } from '../../src/console/screens.ts';
import { openConsole } from './support/console-page.ts';
import type { FakeServer } from './support/fake-server.ts';
import { startConsole } from './support/start-console.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme can break: it changes colors alone. */
const OF_COLOR = ['color-contrast', 'link-in-text-block'];
const TALK = 'talk-a1b2c3d4-7f3k';
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'] as const;

/** Every screen of the registry, with and without what may be missing from its path, and the two before the sign-in. */
const visits = [
  { path: '/', account: undefined },
  { path: '/invitation#an-invitation', account: undefined },
  ...SCREENS.flatMap((screen) => [addressOf(screen), screen.path.replace(/:\w+\??/g, TALK).replace('*?', 'desk/talks')])
    .filter((path, place, all) => all.indexOf(path) === place)
    .map((path) => ({ path, account: 'eve' })),
  { path: `/talks/${TALK}`, account: 'ana' },
  { path: '/talks/talk-b2c3d4e5-m4xq', account: 'ana' },
];

let browser: Browser;
let server: FakeServer;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ browser, server, close } = await startConsole());
});
afterAll(() => close());

describe('axe finds nothing, nothing sticks out, and the policy refuses nothing', () => {
  it.each(visits)('on $path for $account', async ({ path, account }) => {
    const { page, faults, settled } = await openConsole(browser, server, path, { ...(account && { account }) });
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await settled();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        // These pages have no frames, for the sake of which axe would open a second page each time.
        const axe = new AxeBuilder({ page }).setLegacyMode();
        const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(OF_COLOR)).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => [id, html, failureSummary]),
        );
        const out = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ colorScheme, width, found, out }).toEqual({ colorScheme, width, found: [], out: 0 });
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
