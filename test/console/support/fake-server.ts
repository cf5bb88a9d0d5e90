import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import type { DeskEvent } from '../../../src/http/console-contract.ts';
import { createFakeAccounts } from './fake-accounts.ts';
import { answerFake } from './fake-api.ts';
import { createFakeDesk } from './fake-desk.ts';
import { type FakeTalk, fakeTalks } from './fake-talks.ts';

const NONCE = 'bm9uY2Utb2YtdGhpcy1wYWdl';
const POLICY = [
  "default-src 'none'",
  `script-src 'self'`,
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};
const BEAT_MS = 10_000;

/** Serves the built console from `folder` and a desk in memory, on a port that the system picks. */
export async function startFakeServer(folder: string, all: FakeTalk[] = fakeTalks(Date.now()), port = 0) {
  // Read at once: whoever builds the console meanwhile takes nothing away from a page that is open.
  const files = await readAll(folder);
  const streams = new Set<ServerResponse>();
  const posts: string[] = [];
  let down = false;
  let ended = false;
  let losing = false;
  let id = 0;
  const tell = (event: DeskEvent) => {
    id += 1;
    for (const stream of streams) stream.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const accounts = createFakeAccounts();
  const desk = createFakeDesk(all, tell);
  const beat = setInterval(() => tell({ type: 'beat', now: Date.now() }), BEAT_MS);

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (down) {
      request.socket.destroy();
      return;
    }
    if (!url.pathname.startsWith('/api/')) return servePage(url.pathname, response);
    const account = /account=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
    const me = ended ? undefined : accounts.find(account);
    if (/^\/api(\/practice)?\/events$/.test(url.pathname)) return listen(response, me !== undefined);
    const text = await textOf(request);
    if (request.method !== 'GET') posts.push(`${request.method} ${url.pathname}`);
    const answer = answerFake(desk, accounts, me, {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: text === '' ? undefined : JSON.parse(text),
    });
    if (losing && request.method !== 'GET') {
      losing = false;
      // Half an answer: without its beginning the browser itself would ask again.
      response.writeHead(200, { 'content-length': 100 });
      response.write('{', () => request.socket.destroy());
      return;
    }
    if (answer.signIn) ended = false;
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.type ?? 'application/json',
      'cache-control': 'no-store',
      ...(answer.signIn !== undefined && {
        'set-cookie': `account=${answer.signIn}; Path=/; HttpOnly; SameSite=Strict`,
      }),
    });
    response.end(answer.file ?? (answer.status === 204 ? undefined : JSON.stringify(answer.json)));
  }

  function listen(response: ServerResponse, signedIn: boolean): void {
    if (!signedIn) {
      response.writeHead(401).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 300\n\ndata: ${JSON.stringify({ type: 'beat', now: Date.now() })}\n\n`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  function servePage(path: string, response: ServerResponse): void {
    const asset = /^\/console\/(assets\/[\w.-]+)$/.exec(path)?.[1];
    const name = asset ?? 'index.html';
    const text = files.get(name);
    if (text === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(name)] ?? 'text/plain',
      'content-security-policy': POLICY,
    });
    response.end(asset ? text : text.replaceAll('__NONCE__', NONCE));
  }

  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    desk,
    tell,
    /** Every change that was asked for, as method and path. */
    posts,
    /** Cuts every stream and answers nothing, as a network does that is gone; until it is back. */
    setDown(on: boolean): void {
      down = on;
      if (!on) return;
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
    },
    /** Does the next thing that is asked for, and says nothing of it: the connection breaks in between. */
    loseNextAnswer(): void {
      losing = true;
    },
    /** Every login has ended, as after half an hour of nobody there. */
    endLogins(): void {
      ended = true;
    },
    async stop(): Promise<void> {
      clearInterval(beat);
      desk.end();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type FakeServer = Awaited<ReturnType<typeof startFakeServer>>;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, place) => [relative(folder, path), texts[place] ?? '']));
}
