import type { Response } from 'express';

/** Every way to say no, and its status. An answer holds the code and nothing of what was sent. */
export const REFUSALS = {
  unreadable: 400,
  'bad-signature': 403,
  'not-ours': 403,
  'not-local': 403,
  'not-found': 404,
  'wrong-method': 405,
  'too-large': 413,
  'wrong-type': 415,
  unexpected: 500,
  'not-stored': 503,
} as const;

export type Refusal = keyof typeof REFUSALS;

export function refuse(res: Response, code: Refusal): void {
  const body = JSON.stringify({ error: code });
  res.writeHead(REFUSALS[code], {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(body);
}
