import type { RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import { refuse } from './refusals.ts';
import type { WebhookMetrics } from './webhook-metrics.ts';

/**
 * What became of a text of ours. An id that is unknown, or forgotten by now, is as good as any: 204. So is a callback
 * without an id, which a Messaging Service with a callback address of its own sends: nothing here waits for it.
 */
export function statusWebhook({ webhooks, report, log }: AppDeps, metrics: WebhookMetrics): RequestHandler {
  return async (req, res) => {
    const { oid } = req.query;
    if (oid === undefined) {
      metrics.count('status', 'unaddressed');
      res.writeHead(204).end();
      return;
    }
    const read = webhooks.parseStatus(String(oid), req.body);
    if (!read.ok) {
      metrics.count('status', read.code);
      log.event('text-unreadable');
      return refuse(res, read.code);
    }
    try {
      await report(read.value);
    } catch {
      metrics.count('status', 'not-stored');
      log.event('store-failed');
      return refuse(res, 'not-stored');
    }
    metrics.count('status', 'reported');
    res.writeHead(204).end();
  };
}
