import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where requests come in. */
export interface Door {
  /** Such as http://127.0.0.1:3000. */
  url: string;
  /** Until then every request is answered with 503, which Twilio tries again. */
  answer(app: RequestListener): void;
  /** Takes nobody new and lets those in hand finish. Closing twice is closing once. */
  close(): Promise<void>;
}

/** Twilio gives up on a webhook after this (docs/usage/webhooks/webhooks-connection-overrides). */
const REQUEST_TIMEOUT_MS = 15_000;
/** A webhook in hand is answered well within this; a page's event stream never ends by itself. */
const STREAMS_END_MS = 1_000;

/** Listens, on a port that the system picks when `port` is 0. Throws what `listen` throws, such as EADDRINUSE. */
export async function openDoor({ port, host }: { port: number; host: string }): Promise<Door> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS });
  const opening = (_request: IncomingMessage, response: ServerResponse) => response.writeHead(503).end();
  server.on('request', opening);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;

  return {
    url: `http://${name}:${address.port}`,
    answer(app) {
      server.off('request', opening).on('request', app);
    },
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      const streams = setTimeout(() => server.closeAllConnections(), STREAMS_END_MS);
      await closed;
      clearTimeout(streams);
    },
  };
}
