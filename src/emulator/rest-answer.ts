import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import { errorBody, type TwilioError } from './twilio-error.ts';

/** What a REST request gets: an answer, an error, nothing at all, or a cut connection. */
export type Answer = { status: number; body?: unknown; afterMs?: number } | TwilioError | 'hang' | 'reset';

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Sends an answer, late if it is to be late, or never. */
export function writeAnswer(response: ServerResponse, answer: Answer, clock: Clock): void {
  if (answer === 'hang') return;
  if (answer === 'reset') return void response.socket?.resetAndDestroy();
  const send = () => {
    const body = 'code' in answer ? errorBody(answer) : answer.body === undefined ? '' : JSON.stringify(answer.body);
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  };
  const afterMs = 'afterMs' in answer ? (answer.afterMs ?? 0) : 0;
  if (afterMs > 0) clock.after(afterMs, send);
  else send();
}
