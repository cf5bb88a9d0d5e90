import { CONSOLE_ROUTES } from './console-routes.ts';
import { healthz, metricsPage, readyz } from './health.ts';
import { refuse } from './refusals.ts';
import type { Route } from './route.ts';
import { sideBySide } from './side-by-side.ts';
import { smsWebhook } from './sms-webhook.ts';
import { statusWebhook } from './status-webhook.ts';

/** Every address of the line, and who may call it. What is not here is not found. */
export const ROUTES: readonly Route[] = [
  { method: 'post', path: '/twilio/sms', guard: 'signed-sms', handler: smsWebhook },
  { method: 'post', path: '/twilio/status', guard: 'signed-status', handler: statusWebhook },
  { method: 'get', path: '/', guard: 'demo', handler: () => (_req, res) => res.redirect('/demo/') },
  { method: 'all', path: '/demo', guard: 'demo', handler: () => sideBySide },
  { method: 'get', path: '/healthz', guard: 'open', handler: () => healthz },
  { method: 'get', path: '/readyz', guard: 'open', handler: readyz },
  { method: 'get', path: '/metrics', guard: 'local', handler: metricsPage },
  {
    method: 'all',
    path: '/phone',
    guard: 'demo',
    handler: ({ phone }) => phone ?? ((_req, res) => refuse(res, 'not-found')),
  },
  ...CONSOLE_ROUTES,
];
