import { Counter, type Registry } from 'prom-client';
import type { Refusal } from './refusals.ts';

export type Webhook = 'sms' | 'status';
export type WebhookOutcome = 'stored' | 'seen' | 'reported' | 'unaddressed' | Refusal;

export interface WebhookMetrics {
  count(webhook: Webhook, outcome: WebhookOutcome): void;
  alarm(): void;
}

/** Counts only: no label could hold a number, a text or an id. */
export function createWebhookMetrics(registry: Registry): WebhookMetrics {
  const requests = new Counter({
    name: 'lantern_webhook_requests_total',
    help: 'Webhook requests by what came of them.',
    labelNames: ['webhook', 'outcome'] as const,
    registers: [registry],
  });
  const alarms = new Counter({
    name: 'lantern_signature_alarms_total',
    help: 'Times that more than three requests with a bad signature came within a minute.',
    registers: [registry],
  });
  return {
    count: (webhook, outcome) => requests.inc({ webhook, outcome }),
    alarm: () => alarms.inc(),
  };
}
