import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TwilioConfig } from '../../../src/adapters/twilio/twilio-config.ts';

export interface Received {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingMessage['headers'];
  form: Record<string, string>;
}

type Answering = (res: ServerResponse, request: Received) => void;

/** A REST API on loopback that does as it is told and remembers what it was asked. */
export async function fakeApi(answering: Answering) {
  const received: Received[] = [];
  const state = { answering };
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const form = Object.fromEntries(new URLSearchParams(body));
    const request = { method: req.method ?? '', path: req.url ?? '', headers: req.headers, form };
    received.push(request);
    state.answering(res, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config: TwilioConfig = {
    accountSid: `AC${'a'.repeat(32)}`,
    authToken: 'token',
    publicUrl: 'https://line.example.org',
    apiBase: `http://127.0.0.1:${port}`,
    lineNumbers: ['233733'],
  };
  return {
    received,
    config,
    port,
    answer: (next: Answering) => {
      state.answering = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type FakeApi = Awaited<ReturnType<typeof fakeApi>>;

export function json(status: number, body: unknown): Answering {
  return (res) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}
