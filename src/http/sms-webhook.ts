import type { RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import { refuse } from './refusals.ts';
import type { WebhookMetrics } from './webhook-metrics.ts';

/** Replies leave by the REST API: then a lost answer to this request loses nothing. */
const TWIML = '<Response/>';
const TWIML_HEADERS = {
  'content-type': 'text/xml; charset=utf-8',
  'content-length': TWIML.length,
  'cache-control': 'no-store',
};

/** One await, of `accept`. Success is said only after it, and whatever goes wrong there is a 5xx. */
export function smsWebhook({ webhooks, accept, log }: AppDeps, metrics: WebhookMetrics): RequestHandler {
  return async (req, res) => {
    const read = webhooks.parseInbound(req.body);
    if (!read.ok) {
      metrics.count('sms', read.code);
      log.event('text-unreadable');
      return refuse(res, read.code);
    }
    let outcome: 'stored' | 'seen';
    try {
      outcome = await accept(read.value);
    } catch {
      metrics.count('sms', 'not-stored');
      log.event('store-failed');
      return refuse(res, 'not-stored');
    }
    metrics.count('sms', outcome);
    res.writeHead(200, TWIML_HEADERS);
    res.end(TWIML);
  };
}
