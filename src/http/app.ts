import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import { createGuards } from './guards.ts';
import { REFUSALS, type Refusal, refuse } from './refusals.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { createWebhookMetrics } from './webhook-metrics.ts';

/**
 * The line's web side. Paths match to the letter, so that a signed address has one spelling; nothing is told of the
 * software; proxies' headers are not believed.
 */
export function createApp(deps: AppDeps, routes: readonly Route[] = ROUTES): Express {
  const app = express();
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(withoutPrefix(deps.config.publicUrl));

  const metrics = createWebhookMetrics(deps.metrics);
  const guards = createGuards(deps, metrics);
  for (const { method, path, guard, handler } of routes) {
    const guarding = Object.hasOwn(guards, guard) ? guards[guard] : undefined;
    if (guarding === undefined) throw new TypeError(`route ${path} has no guard`);
    const chain = [...guarding, handler(deps, metrics)].flat();
    if (method === 'all') app.use(path, ...chain);
    else app[method](path, ...chain);
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(path, (_req, res) => {
      res.setHeader('allow', methods.join(', '));
      refuse(res, 'wrong-method');
    });
  }
  app.use((_req, res) => refuse(res, 'not-found'));
  app.use(lastResort(deps));
  return app;
}

/** A proxy may take the path of PUBLIC_URL off, or leave it on: both reach the same routes, and one address is signed. */
function withoutPrefix(publicUrl: string): RequestHandler {
  const prefix = new URL(publicUrl).pathname.replace(/\/+$/, '');
  return (req, _res, next) => {
    if (prefix !== '' && req.url.startsWith(`${prefix}/`)) req.url = req.url.slice(prefix.length);
    next();
  };
}

/** Express' own handler would print the error, and with it what was sent. */
function lastResort({ log }: AppDeps): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const code = refusalFor((error as { status?: unknown } | undefined)?.status);
    log.event(code === 'unexpected' ? 'unexpected' : 'request-refused', { status: REFUSALS[code] });
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.setHeader('connection', 'close');
    refuse(res, code);
  };
}

function refusalFor(status: unknown): Refusal {
  if (status === 413) return 'too-large';
  if (status === 415) return 'wrong-type';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'unreadable' : 'unexpected';
}
