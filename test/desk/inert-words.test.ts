import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { type DemoDesk, type OpenDesk, partsOf, startDemoDesk } from './support/demo-desk.ts';

const ONE = '+15555550153';
const CANARY_WORD = 'zanzibarcanary';
const CANARY_NUMBER = '5555550153';

/** What somebody may send in the hope that it is more than text. */
const HOSTILE = [
  'I want to talk to a person <script>window.ran = 1</script>',
  '<img src=x onerror="window.ran = 2"><svg onload="window.ran = 3"></svg>',
  '<iframe srcdoc="<script>parent.ran = 4</script>"></iframe><a href="javascript:window.ran = 5">x</a>',
  '[click](javascript:window.ran=6) [y](data:text/html,<script>7</script>) **bold** ![p](https://evil.example/p.png)',
  'https://evil.example/login \u202Etxt.exe\u2066 hidden\u2069\u200F',
  '{{constructor.constructor("window.ran = 8")()}} #{window.ran = 9} <%= 10 %> __NONCE__',
  '"><style>*{display:none}</style><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=//evil">',
  `${CANARY_WORD} my number is 555 555 0153`,
];
const NAME = '<img src=x onerror="window.ran=11"> \u202Enaeb';

let desk: DemoDesk;
let ana: OpenDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
  ana = await desk.signIn('ana');
});
afterAll(() => desk?.stop());

const ran = (page: Page) => page.evaluate('window.ran');
/** Anything in the working area that text alone would not have put there. */
const made = async (page: Page): Promise<string[]> => {
  const html: string[] = await page.evaluate(`
    [...document.querySelectorAll('main :is(script, iframe, style, base, meta, img, object, embed, a)')]
      .map((element) => element.outerHTML)`);
  return html.filter((one) => /evil|javascript|ran|data:|refresh/.test(one));
};
/** All that a page can keep, and all of it that others may see. */
const KEPT = `(async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(),
  document.cookie, document.title, location.href, history.state,
]))()`;

describe('what a texter or a colleague writes is text and nothing else', () => {
  it('in the transcript, the live region and the notes, and no browser keeps a word or number of it', async () => {
    const { page } = ana;
    const { transcript, next, box } = partsOf(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const [first = '', ...more] = HOSTILE;
    await desk.text(ONE, first);
    await next.click();
    await transcript.getByText('I want to talk to a person').waitFor();
    for (const body of more) await desk.text(ONE, body);
    const shown = () => transcript.locator('[data-kind="texter"] p[dir="auto"]').allTextContents();
    await until('all are shown', async () => (await shown()).length === HOSTILE.length, { seen: shown });
    expect(await shown()).toEqual(HOSTILE);

    await box.fill('<script>window.ran = 12</script> {{y}}');
    await box.press('Enter');
    await transcript.getByText('<script>window.ran = 12</script>').waitFor();
    await page.keyboard.press('Alt+m');
    await page.getByLabel('A note for staff only').fill('<img src=x onerror="window.ran = 13">');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByText('<img src=x onerror="window.ran = 13">').waitFor();

    await page.reload();
    await until('all are shown again', async () => (await shown()).length === HOSTILE.length);
    expect(await ran(page)).toBeUndefined();
    expect(await made(page)).toEqual([]);
    expect(ana.faults).toEqual([]);
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([desk.running.url]));

    const kept = await page.evaluate(KEPT);
    const canary = new RegExp(`${CANARY_WORD}|${CANARY_NUMBER}|555 555|evil`);
    expect(kept).not.toMatch(canary);
    expect(asked.join('\n')).not.toMatch(canary);
    expect(desk.log.join('\n')).not.toMatch(canary);
    expect(await (await fetch(`${desk.running.url}/metrics`)).text()).not.toMatch(canary);
  });

  it('so is the name of a colleague, wherever it stands', async () => {
    const ada = await desk.signIn('ada', '/settings');
    const status = await ada.page.evaluate(`(async () => {
      const { csrf } = await (await fetch('/api/session')).json();
      const headers = { 'x-csrf': csrf, 'content-type': 'application/json' };
      const changed = { method: 'PUT', headers, body: ${JSON.stringify(JSON.stringify({ name: NAME }))} };
      return (await fetch('/api/accounts/demo-ben', changed)).status;
    })()`);
    expect(status).toBe(200);
    const { page } = ana;
    await page.keyboard.press('Alt+t');
    const dialog = page.getByRole('dialog', { name: /^Transfer/ });
    await dialog.getByRole('combobox', { name: 'To whom' }).click();
    await page.getByRole('option', { name: NAME }).waitFor();
    expect(await ran(page)).toBeUndefined();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(ana.faults).toEqual([]);
  });
});
