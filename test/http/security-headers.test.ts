import { afterEach, describe, expect, it } from '@jest/globals';
import { type Served, serveApp } from './support/serve-app.ts';
import { TWILIO } from './support/twilio-request.ts';

let line: Served;
afterEach(() => line.close());

const phoneOf = async (publicUrl: string) => {
  line = await serveApp({ phone: (_req, res) => void res.end('phones') }, { ...TWILIO, publicUrl });
  return line.call({ method: 'GET', path: '/phone/' });
};

describe('pages', () => {
  it('carry a policy without inline script or style', async () => {
    const { status, headers, body } = await phoneOf('http://localhost:3000');
    expect({ status, body }).toEqual({ status: 200, body: 'phones' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    // The demo shows phone and console side by side.
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('ask for https only where the line is reached over it', async () => {
    const plain = await phoneOf('http://localhost:3000');
    expect(plain.headers).not.toHaveProperty('strict-transport-security');
    expect(plain.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    await line.close();
    const secure = await phoneOf('https://line.example.org');
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(secure.headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  it('are not there outside demo mode', async () => {
    line = await serveApp();
    expect((await line.call({ method: 'GET', path: '/phone/' })).status).toBe(404);
    expect((await line.call({ method: 'GET', path: '/' })).status).toBe(404);
    expect((await line.call({ method: 'GET', path: '/demo/' })).status).toBe(404);
  });

  it('lead a newcomer from the address itself to phone and console side by side', async () => {
    line = await serveApp({ phone: (_req, res) => void res.end('phones') });
    const answer = await line.call({ method: 'GET', path: '/' });
    expect(answer).toMatchObject({ status: 302, headers: { location: '/demo/' } });
    const page = await line.call({ method: 'GET', path: '/demo/' });
    expect(page).toMatchObject({ status: 200, body: expect.stringMatching(/src="\/phone\/".*src="\/console\/"/s) });
    expect(page.headers['content-security-policy']).toContain("frame-src 'self'");
    expect((await line.call({ method: 'GET', path: '/demo/side-by-side.css' })).status).toBe(200);
  });
});
