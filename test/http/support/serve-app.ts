import { createHash } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import type { TwilioConfig } from '../../../src/adapters/twilio/twilio-config.ts';
import { createTwilioWebhooks } from '../../../src/adapters/twilio/webhooks.ts';
import type { Inbound, LogCode, LogFields, StatusReport } from '../../../src/hotline/ports.ts';
import { createApp } from '../../../src/http/app.ts';
import type { AppDeps } from '../../../src/http/deps.ts';
import { inboundForm, PUBLIC_URL, signed, statusForm, TWILIO } from './twilio-request.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Call {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** The real app on a real socket, over a store in memory that a test can look into. */
export async function serveApp(changes: Partial<AppDeps> = {}, twilio: TwilioConfig = TWILIO) {
  const stored = new Map<string, Inbound>();
  const reports: StatusReport[] = [];
  const logged: { code: LogCode; fields: LogFields | undefined }[] = [];
  const clock = { now: 1_800_000_000_000 };
  const deps: AppDeps = {
    webhooks: createTwilioWebhooks(twilio),
    accept: async (inbound) => {
      if (stored.has(inbound.sid)) return 'seen';
      stored.set(inbound.sid, inbound);
      return 'stored';
    },
    report: async (status) => {
      reports.push(status);
    },
    ready: async () => ({ ok: true, problems: [] }),
    metrics: new Registry(),
    log: { event: (code, fields) => logged.push({ code, fields }) },
    config: { publicUrl: twilio.publicUrl },
    now: () => clock.now,
    ...changes,
  };
  const server = createServer(createApp(deps));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    deps,
    stored,
    reports,
    logged,
    clock,
    port,
    call: (call: Call) => send(port, call),
    /** Posts a form to /twilio/sms as Twilio would; `headers` come on top. */
    text: (form: Record<string, string> = inboundForm(), headers: Record<string, string> = {}) =>
      send(port, {
        path: '/twilio/sms',
        headers: { ...FORM, ...signed(`${PUBLIC_URL}/twilio/sms`, form), ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    status: (oid: string, form: Record<string, string> = statusForm()) =>
      send(port, {
        path: `/twilio/status?oid=${oid}`,
        headers: { ...FORM, ...signed(`${PUBLIC_URL}/twilio/status?oid=${oid}`, form) },
        body: new URLSearchParams(form).toString(),
      }),
    /** All that a request could have changed. */
    state: () =>
      createHash('sha256')
        .update(JSON.stringify([[...stored], reports]))
        .digest('hex'),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Served = Awaited<ReturnType<typeof serveApp>>;

export const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

/** A refusal may come, and the connection end, before all of a large body has left: the answer counts all the same. */
function send(port: number, { method = 'POST', path = '/', headers = {}, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (res) => {
      answered = true;
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.on('error', (error) => {
      if (!answered) reject(error);
    });
    if (body !== undefined && !('transfer-encoding' in headers)) {
      outgoing.setHeader('content-length', Buffer.byteLength(body));
    }
    outgoing.end(body);
  });
}
