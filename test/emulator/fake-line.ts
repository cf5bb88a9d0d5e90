import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  form: Record<string, string>;
}

/** How a post is answered: a status with TwiML, a cut connection, or nothing at all. */
export type FakeAnswer = { status: number; body?: string; contentType?: string } | 'cut' | 'silent';

export interface FakeLine {
  url: string;
  received: Received[];
  /** Forms posted to one path, oldest first. */
  posts(path: string): Record<string, string>[];
  answer: (post: Received, nth: number) => FakeAnswer | Promise<FakeAnswer>;
  close(): Promise<void>;
}

/** The least a line can be: it writes down what Twilio posts and answers as the test says. */
export async function startFakeLine(): Promise<FakeLine> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
    const post = { path: request.url ?? '', headers: request.headers, form };
    line.received.push(post);
    const answer = await line.answer(post, line.received.length);
    if (answer === 'silent') return;
    if (answer === 'cut') return void response.socket?.resetAndDestroy();
    response.writeHead(answer.status, { 'content-type': answer.contentType ?? 'text/xml' }).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: FakeLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    posts: (path) => line.received.filter((post) => post.path.startsWith(path)).map((post) => post.form),
    answer: () => ({ status: 200, body: '<Response/>' }),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return line;
}
