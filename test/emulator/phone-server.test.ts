import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Demo, startDemo } from './demo.ts';
import { PHONE } from './setting.ts';

describe("the phones' server", () => {
  let demo: Demo;
  beforeEach(async () => {
    demo = await startDemo();
  });
  afterEach(() => demo.close());
  const ask = (path: string, body: string, type = 'application/json') =>
    fetch(`${demo.page}/api/${path}`, { method: 'POST', body, headers: { 'content-type': type } });

  it.each([
    [
      'a form, which another site could post',
      'texts',
      'phone=%2B15555550100&body=hi',
      'application/x-www-form-urlencoded',
      415,
    ],
    ['plain text', 'texts', '{"phone":"+15555550100","body":"hi"}', 'text/plain', 415],
    ['broken JSON', 'texts', '{', 'application/json', 400],
    ['null', 'count', 'null', 'application/json', 400],
    ['no text', 'texts', '{"phone":"+15555550100","body":""}', 'application/json', 400],
    ['a text that is none', 'texts', '{"phone":"+15555550100","body":["hi"]}', 'application/json', 400],
    ['a long text', 'texts', JSON.stringify({ phone: PHONE, body: 'x'.repeat(1601) }), 'application/json', 400],
    ['a huge text', 'count', JSON.stringify({ body: 'x'.repeat(20_000) }), 'application/json', 413],
    ['a foreign phone', 'texts', '{"phone":"+15551234567","body":"hi"}', 'application/json', 404],
    ['a foreign phone to put away', 'phones/remove', '{"phone":"__proto__"}', 'application/json', 404],
  ])('refuses %s', async (_, path, body, type, status) => {
    expect((await ask(path, body, type)).status).toBe(status);
    expect(demo.line.received).toEqual([]);
  });

  it('has room for six phones', async () => {
    const answers = [];
    for (let count = 0; count < 5; count++) answers.push((await ask('phones', '{}')).status);
    expect(answers).toEqual([204, 204, 204, 204, 409]);
  });

  it('serves everything under a policy that allows nothing inline', async () => {
    for (const path of ['/', '/phone.js', '/phone.css', '/api/events']) {
      const { headers, body } = await fetch(`${demo.page}${path}`);
      await body?.cancel();
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*require-trusted-types-for 'script'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe("the page's scripts", () => {
  it('hold to their types', async () => {
    const tsc = 'node_modules/.bin/tsc';
    await expect(promisify(execFile)(tsc, ['-p', 'src/emulator/phone'])).resolves.toMatchObject({ stdout: '' });
  });
});
