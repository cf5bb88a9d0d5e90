import { afterEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { createApp } from '../../src/http/app.ts';
import { createGuards, type Guard } from '../../src/http/guards.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { createWebhookMetrics } from '../../src/http/webhook-metrics.ts';
import { FORM, type Served, serveApp } from './support/serve-app.ts';
import { inboundForm, signed, TWILIO } from './support/twilio-request.ts';

let line: Served;
afterEach(() => line?.close());

/** Which addresses a row with names in its path answers. */
const patternOf = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);

/** A stranger from the internet, through the proxy. */
const STRANGER = { 'x-forwarded-for': '203.0.113.9' };
const OPEN_TO_ALL = ['GET /healthz', 'GET /readyz'];

describe('the route table', () => {
  it('opens to a stranger exactly what is named here', async () => {
    line = await serveApp();
    const open: string[] = [];
    for (const { method, path } of ROUTES) {
      const verb = method === 'all' ? 'GET' : method.toUpperCase();
      const answer = await line.call({ method: verb, path, headers: STRANGER });
      if (answer.status < 400) open.push(`${verb} ${path}`);
    }
    expect(ROUTES.length).toBeGreaterThan(OPEN_TO_ALL.length);
    expect(open).toEqual(OPEN_TO_ALL);
  });

  it('answers under the path of PUBLIC_URL, whether or not the proxy takes it off', async () => {
    const publicUrl = 'https://example.org/line/one';
    line = await serveApp({}, { ...TWILIO, publicUrl });
    const post = (path: string, form: Record<string, string>) =>
      line.call({
        path,
        headers: { ...FORM, ...signed(`${publicUrl}/twilio/sms`, form) },
        body: new URLSearchParams(form).toString(),
      });
    for (const path of ['/twilio/sms', '/line/one/twilio/sms'])
      expect((await post(path, inboundForm())).status).toBe(200);
    for (const path of ['/line/twilio/sms', '/line/onetwilio/sms', '/x/line/one/twilio/sms']) {
      expect((await post(path, inboundForm())).status).toBe(404);
    }
  });

  it('has a guard that stands in every row not marked open', async () => {
    line = await serveApp();
    const guards = createGuards(line.deps, createWebhookMetrics(new Registry()));
    for (const { guard } of ROUTES) expect(guards[guard].length > 0).toBe(guard !== 'open');
  });

  it.each(['', 'nobody', 'constructor', '__proto__', undefined])(
    'refuses to start with the guard %p',
    async (guard) => {
      line = await serveApp();
      const row = { method: 'get', path: '/x', guard: guard as Guard, handler: () => () => {} } as const;
      expect(() => createApp({ ...line.deps, metrics: new Registry() }, [row])).toThrow('route /x has no guard');
    },
  );

  it.each(ROUTES.filter(({ method }) => method !== 'all'))(
    '$method $path has no method that is not in the table',
    async ({ path }) => {
      line = await serveApp();
      const verbsOf = (rows: typeof ROUTES) => rows.map(({ method }) => method.toUpperCase());
      const known = verbsOf(ROUTES.filter((route) => route.path === path));
      // Another row may take this very path for one of its own: "search" for the id of a record.
      const taken = verbsOf(ROUTES.filter((route) => patternOf(route.path).test(path)));
      const others = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((verb) => !taken.includes(verb));
      for (const verb of others) {
        const answer = await line.call({ method: verb, path });
        expect(answer).toMatchObject({ status: 405, headers: { allow: known.join(', ') } });
      }
      expect(others.length).toBeGreaterThan(1);
    },
  );

  it('finds nothing else', async () => {
    line = await serveApp();
    for (const path of ['/console', '/api/x', '/.env', '/..%2f..', '/twilio', '/healthz/', '/%00']) {
      expect(await line.call({ method: 'GET', path })).toMatchObject({ status: 404, body: '{"error":"not-found"}' });
    }
  });

  it('answers for a handler that throws, without its words, and lives', async () => {
    line = await serveApp({
      phone: () => {
        throw new Error('canary +15555550100');
      },
    });
    const answer = await line.call({ method: 'GET', path: '/phone' });
    expect(answer).toMatchObject({ status: 500, body: '{"error":"unexpected"}' });
    expect(line.logged).toEqual([{ code: 'unexpected', fields: { status: 500 } }]);
    expect((await line.call({ method: 'GET', path: '/healthz' })).status).toBe(200);
  });
});
