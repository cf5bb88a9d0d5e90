import type { RequestHandler } from 'express';
import { type ConsoleGuard, createConsoleGuards } from './console-guards.ts';
import type { AppDeps } from './deps.ts';
import { isNearby, plainAddress } from './nearby.ts';
import { readForm } from './read-form.ts';
import { refuse } from './refusals.ts';
import { consoleHeaders, securityHeaders } from './security-headers.ts';
import { createSignatureAlarm } from './signature-alarm.ts';
import type { Webhook, WebhookMetrics } from './webhook-metrics.ts';

/** What stands before a handler. A name that is not here opens nothing. */
export type Guard = 'open' | 'signed-sms' | 'signed-status' | 'local' | 'demo' | 'page' | ConsoleGuard;

export type Guards = Readonly<Record<Guard, RequestHandler[]>>;

/** `?oid=` with our own id, or nothing: any other query was not ours to begin with. */
const STATUS_QUERY = /^(?:\?oid=[\w-]{1,64})?$/;

export function createGuards(deps: AppDeps, metrics: WebhookMetrics): Guards {
  const alarm = createSignatureAlarm(deps.now, (count) => {
    metrics.alarm();
    deps.log.event('signature-alarm', { count });
  });

  return {
    open: [],
    'signed-sms': signed('sms', '/twilio/sms', /^$/),
    'signed-status': signed('status', '/twilio/status', STATUS_QUERY),
    ...createConsoleGuards(deps),
    page: [deps.console === undefined ? notFound : consoleHeaders(deps.config.publicUrl, deps.console.about.mode)],
    local: [local],
    demo: [deps.phone === undefined ? notFound : securityHeaders(deps.config.publicUrl)],
  };

  function signed(webhook: Webhook, path: string, query: RegExp): RequestHandler[] {
    const verify: RequestHandler = (req, res, next) => {
      const mark = req.originalUrl.indexOf('?');
      const search = mark === -1 ? '' : req.originalUrl.slice(mark);
      if (query.test(search) && deps.webhooks.verify(path + search, req.get('x-twilio-signature'), req.body ?? {})) {
        return next();
      }
      metrics.count(webhook, 'bad-signature');
      alarm();
      return refuse(res, 'bad-signature');
    };
    return [...readForm((code) => metrics.count(webhook, code)), verify];
  }
}

const notFound: RequestHandler = (_req, res) => refuse(res, 'not-found');

/** What proxies add for the caller they speak for. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * For the machine and its private network, not for what a proxy brings in. Counts name no one, but who may watch them
 * tick can tell that somebody has just texted.
 */
const local: RequestHandler = (req, res, next) => {
  const peer = plainAddress(req.socket.remoteAddress ?? '');
  if (isNearby(peer) && !FORWARDED.some((name) => name in req.headers)) return next();
  return refuse(res, 'not-local');
};
