import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';
import type { Clock } from './clock.ts';
import { type Failure, splitOverrides } from './connection-overrides.ts';
import type { Form } from './form.ts';
import type { Attempt } from './messages.ts';
import { sign } from './sign.ts';

export interface WebhookPoster {
  /**
   * Posts a signed form as Twilio does, with the timeouts and retries that the address's fragment asks for.
   * Answers with every attempt; the last one tells how it went. Never rejects.
   */
  post(address: string, form: Form): Promise<Attempt[]>;
  /** Cuts whatever is under way. */
  close(): Promise<void>;
}

interface PosterOptions {
  authToken: string;
  clock: Clock;
  /** Pause before a retry; Twilio documents none. */
  retryMs: number;
  /** Where to connect really, when the public address (a proxy's) is not reachable here: an origin. */
  connectTo?: string | ((url: URL) => string);
}

// Node's, the system's and undici's codes for "no connection was made".
const CONNECT_FAILURES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ENOENT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function createWebhookPoster({ authToken, clock, retryMs, connectTo }: PosterOptions): WebhookPoster {
  const agents = new Map<number, Agent>();
  const underWay = new Set<AbortController>();
  let closed = false;

  const agentFor = (connectMs: number): Agent => {
    const known = agents.get(connectMs);
    if (known) return known;
    const agent = new Agent({ connect: { timeout: connectMs }, headersTimeout: 0, bodyTimeout: 0 });
    agents.set(connectMs, agent);
    return agent;
  };

  const once = async (url: URL, init: { body: string; headers: Record<string, string> }, ms: number, agent: Agent) => {
    const abort = new AbortController();
    underWay.add(abort);
    const cancel = clock.after(ms, () => abort.abort());
    const origin = typeof connectTo === 'function' ? connectTo(url) : (connectTo ?? url.origin);
    try {
      const path = url.pathname + url.search;
      const answer = await agent.request({ origin, path, method: 'POST', ...init, signal: abort.signal });
      const body = await answer.body.text();
      return { status: answer.statusCode, contentType: String(answer.headers['content-type'] ?? ''), body };
    } finally {
      cancel();
      underWay.delete(abort);
    }
  };

  return {
    async post(address, form) {
      const { url: signedUrl, overrides } = splitOverrides(address);
      const url = new URL(signedUrl);
      const init = {
        body: encode(form),
        headers: {
          host: url.host,
          accept: '*/*',
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'user-agent': 'TwilioProxy/1.1',
          'x-home-region': 'us1',
          'x-twilio-signature': sign(authToken, signedUrl, form),
          // The same for every retry of one event.
          'i-twilio-idempotency-token': randomUUID(),
        },
      };
      const deadline = clock.now() + overrides.tt;
      const attempts: Attempt[] = [];
      for (let retry = 0; retry <= overrides.rc && !closed; retry++) {
        if (retry > 0 && retryMs > 0) await new Promise<void>((resume) => clock.after(retryMs, resume));
        const at = clock.now();
        if (at >= deadline) break;
        const attempt: Attempt = { url: signedUrl, at, tookMs: 0 };
        try {
          attempt.answer = await once(url, init, Math.min(overrides.rt, deadline - at), agentFor(overrides.ct));
          attempt.failure = failureOf(attempt.answer.status);
        } catch (error) {
          const code = (error as { code?: string }).code ?? '';
          attempt.failure = CONNECT_FAILURES.has(code) ? 'ct' : 'rt';
        }
        attempt.tookMs = clock.now() - at;
        attempts.push(attempt);
        if (!attempt.failure || !overrides.rp.has(attempt.failure)) break;
      }
      return attempts;
    },
    async close() {
      closed = true;
      for (const abort of underWay) abort.abort();
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

function failureOf(status: number): Failure | undefined {
  if (status >= 500) return '5xx';
  if (status >= 400) return '4xx';
  return status >= 300 ? '3xx' : undefined;
}

function encode(form: Form): string {
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(form))
    for (const one of typeof value === 'string' ? [value] : value) fields.append(key, one);
  return fields.toString();
}
