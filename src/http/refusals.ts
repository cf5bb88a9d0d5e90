import type { Response } from 'express';

/** Every way to say no, and its status. An answer holds the code and nothing of what was sent. */
export const REFUSALS = {
  unreadable: 400,
  'bad-body': 400,
  'bad-number': 400,
  'bad-range': 400,
  'signed-out': 401,
  'bad-signature': 403,
  'not-ours': 403,
  'not-local': 403,
  'not-allowed': 403,
  'cross-site': 403,
  csrf: 403,
  'not-found': 404,
  'wrong-method': 405,
  'too-large': 413,
  'wrong-type': 415,
  unexpected: 500,
  'not-stored': 503,
  'not-built': 503,
} as const;

export type Refusal = keyof typeof REFUSALS;

/** @param at the name of the field at fault, one of our own */
export function refuse(res: Response, code: Refusal, at?: string): void {
  const body = JSON.stringify({ error: code, ...(at !== undefined && { at }) });
  res.writeHead(REFUSALS[code], {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(body);
}
