import type { RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import type { Guard } from './guards.ts';
import type { WebhookMetrics } from './webhook-metrics.ts';

/** A row of the route table. */
export interface Route {
  /** `all`: every method, and every path beneath. */
  method: 'get' | 'post' | 'put' | 'delete' | 'all';
  path: string;
  guard: Guard;
  handler(deps: AppDeps, metrics: WebhookMetrics): RequestHandler | RequestHandler[];
}
