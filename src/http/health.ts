import type { RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';

/** The process answers. Says nothing of the store, so that a watchdog does not restart us for its sake. */
export const healthz: RequestHandler = (_req, res) => {
  res.set('cache-control', 'no-store').json({ ok: true });
};

/** Whether texts can be taken safely. Problems are codes. */
export function readyz({ ready }: AppDeps): RequestHandler {
  return async (_req, res) => {
    const state = await ready().catch(() => ({ ok: false, problems: ['unknown'] }));
    res.status(state.ok ? 200 : 503);
    res.set('cache-control', 'no-store').json({ ok: state.ok, problems: state.problems });
  };
}

export function metricsPage({ metrics }: AppDeps): RequestHandler {
  return async (_req, res) => {
    const page = await metrics.metrics();
    res.set({ 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(page);
  };
}
