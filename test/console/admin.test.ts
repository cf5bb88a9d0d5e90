import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openConsole } from './support/console-page.ts';
import type { FakeServer } from './support/fake-server.ts';
import { startConsole } from './support/start-console.ts';

let browser: Browser;
let server: FakeServer;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ browser, server, close } = await startConsole());
});
afterAll(() => close());

it('an admin invites by a link that is shown once, and is asked twice before what cannot be taken back', async () => {
  const { page, faults } = await openConsole(browser, server, '/accounts', { account: 'eve' });
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Login').fill('noor@example.org');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Noor');
  await dialog.getByRole('button', { name: 'Invite somebody' }).click();
  const link = page.getByText(`${server.url}/console/invitation#new.a-token-that-is-shown-once`);
  await link.waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await link.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Change Eve' }).click();
  expect(await dialog.getByRole('button', { name: /Reset/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
  expect(server.posts.filter((post) => post.startsWith('PUT /api/accounts/'))).toEqual([]);
  await dialog.getByRole('button', { name: 'Press again: Disable' }).click();
  await dialog.getByText('This is the last admin').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

it('everybody can set up a new authenticator, and sees the new recovery codes', async () => {
  const { page, faults } = await openConsole(browser, server, '/settings', { account: 'ana' });
  await page.getByRole('textbox', { name: 'Your password' }).fill('right password here');
  await page.getByLabel('A code of the authenticator you have').fill('654321');
  await page.getByRole('button', { name: 'Set up a new authenticator' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('img', { name: /QR code/ }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Your password' }).inputValue()).toBe('');
  await dialog.getByRole('textbox').fill('000000');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await dialog.getByRole('textbox').fill('123456');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByText('m4k2-q7x9-p9wd-t3yz').waitFor();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a legal hold needs its reason', async () => {
  const { page, faults } = await openConsole(browser, server, '/retention', { account: 'eve' });
  await page.getByRole('button', { name: 'Set a legal hold' }).click();
  const dialog = page.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: 'Set a legal hold' });
  await dialog.getByLabel('Its id').fill('talk-a1b2c3d4-7f3k');
  expect(await submit.isDisabled()).toBe(true);
  await dialog.getByLabel('Why').fill('Asked for by a court.');
  await submit.click();
  await dialog.waitFor({ state: 'hidden' });
  expect(server.posts).toContain('POST /api/retention/holds');
  expect(faults).toEqual([]);
  await page.context().close();
});
