import type { RequestHandler } from 'express';
import type { Registry } from 'prom-client';
import type { Inbound, Log, StatusReport } from '../hotline/ports.ts';
import type { ConsoleDeps } from './console-deps.ts';

/** A signed form, read or refused; nothing of what it held is told on refusal. */
export type ReadForm<T> = { ok: true; value: T } | { ok: false; code: 'unreadable' | 'not-ours' };

/** What the line's web side stands on. The composition root fills it. */
export interface AppDeps {
  webhooks: {
    /** `target` is our own path with the query as it came. */
    verify(target: string, signature: string | undefined, form: Record<string, unknown>): boolean;
    parseInbound(form: unknown): ReadForm<Inbound>;
    parseStatus(oid: string, form: unknown): ReadForm<StatusReport>;
  };
  /** Resolves once the text is stored for good, or known already. Rejects when it could not be stored. */
  accept(inbound: Inbound): Promise<'stored' | 'seen'>;
  /** Resolves for unknown and forgotten ids too. */
  report(status: StatusReport): Promise<void>;
  /** `problems` are codes. */
  ready(): Promise<{ ok: boolean; problems: string[] }>;
  metrics: Registry;
  log: Log;
  config: { publicUrl: string };
  /** Milliseconds, for the alarm's minute. */
  now(): number;
  /** The emulated phones, in demo mode only. Mounted at /phone. */
  phone?: RequestHandler;
  /** What advocates and operators work with. Without it nothing under /console or /api is found. */
  console?: ConsoleDeps;
}
