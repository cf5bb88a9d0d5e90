import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { serveApp } from './support/serve-app.ts';
import { type ServedConsole, serveConsole } from './support/serve-console.ts';

let here: ServedConsole;
afterEach(() => here?.close());
const get = (to: string, headers: Record<string, string> = {}) =>
  here.served.call({ method: 'GET', path: to, headers });

describe("the console's files", () => {
  it.each(['/console', '/console/', '/console/queue', '/console/talks/some-id', '/console/invitation'])(
    '%s is the page, with a nonce of its own each time',
    async (to) => {
      here = await serveConsole();
      const [one, two] = [await get(to), await get(to)];
      expect(one).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
      expect(one.headers['cache-control']).toBe('no-store');
      const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
      expect(nonce).toMatch(/^[\w+/]{24}$/);
      expect(one.body).toBe(`<style nonce="${nonce}"></style><meta nonce="${nonce}">`);
      expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(two.body).not.toBe(one.body);
    },
  );

  it('run no script that is not a file, and stand in nobody’s frame', async () => {
    here = await serveConsole();
    const { headers } = await get('/console/');
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('stand beside the phone in a demo alone', async () => {
    here = await serveConsole({ about: { programme: 'x', mode: 'demo', languages: [] } });
    const { headers } = await get('/console/');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('are kept by browsers and sent packed', async () => {
    here = await serveConsole();
    const plain = await get('/console/assets/app-1.js');
    expect(plain).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
    const packed = await fetch(`http://127.0.0.1:${here.served.port}/console/assets/app-1.js`);
    expect(packed.headers.get('content-encoding')).toMatch(/^(gzip|br|deflate)$/);
    expect(await packed.text()).toBe(plain.body);
  });

  it.each(['/console/assets/gone-1.js', '/console/app-1.js', '/console/assets/..%2findex.html', '/console/x.map'])(
    '%s is not there, and no page stands in for it',
    async (to) => {
      here = await serveConsole();
      expect((await get(to)).status).toBe(404);
    },
  );

  it('take nothing but a look', async () => {
    here = await serveConsole();
    expect((await here.served.call({ method: 'POST', path: '/console/' })).status).toBe(405);
  });

  it('say so when they were not built', async () => {
    here = await serveConsole();
    rmSync(path.join(here.files, 'index.html'));
    expect(await get('/console/')).toMatchObject({ status: 503, body: '{"error":"not-built"}' });
  });

  it('are not found on a line without a console', async () => {
    const bare = await serveApp();
    for (const to of ['/console', '/api/session', '/api/queue']) {
      expect((await bare.call({ method: 'GET', path: to })).status).toBe(404);
    }
    await bare.close();
  });
});
