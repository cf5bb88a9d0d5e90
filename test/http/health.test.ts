import { afterEach, describe, expect, it } from '@jest/globals';
import { type Served, serveApp } from './support/serve-app.ts';

let line: Served;
afterEach(() => line.close());

const get = (path: string, headers: Record<string, string> = {}) => line.call({ method: 'GET', path, headers });

describe('health and readiness', () => {
  it('tells of the process whatever the store does', async () => {
    line = await serveApp({ ready: () => Promise.reject(new Error('gone')) });
    expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"ok":true}' });
  });

  it.each([
    ['ready', async () => ({ ok: true, problems: [] }), 200, '{"ok":true,"problems":[]}'],
    [
      'unsafe',
      async () => ({ ok: false, problems: ['store-unsafe'] }),
      503,
      '{"ok":false,"problems":["store-unsafe"]}',
    ],
    ['unknown', () => Promise.reject(new Error('+15555550100')), 503, '{"ok":false,"problems":["unknown"]}'],
  ])('readiness: %s', async (_what, ready, status, body) => {
    line = await serveApp({ ready });
    expect(await get('/readyz')).toMatchObject({ status, body });
  });
});

describe('metrics', () => {
  it('shows Prometheus what came of webhooks', async () => {
    line = await serveApp();
    await line.text();
    const page = await get('/metrics');
    expect(page.headers['content-type']).toContain('text/plain');
    expect(page.body).toContain('lantern_webhook_requests_total{webhook="sms",outcome="stored"} 1');
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host', 'x-forwarded-proto'])(
    'hides from what a proxy brought in (%s): a counter that ticks tells that somebody texted',
    async (header) => {
      line = await serveApp();
      expect(await get('/metrics', { [header]: '127.0.0.1' })).toMatchObject({ status: 403 });
    },
  );
});
