import express, { type RequestHandler } from 'express';
import { type Refusal, refuse } from './refusals.ts';

/** A 1,600-character text of emoji is 20 kB on the wire; nothing that Twilio sends comes near this. */
const MAX_BYTES = 64 * 1024;
/** Twilio sends about twenty, and three more for each attachment. */
const MAX_PARAMETERS = 200;
const FORM = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/**
 * Reads a form into `req.body`, keys and values as they were sent: `Body[x]` is a name like any other.
 * Anything but a plain UTF-8 form of sane size is refused before a byte of it is read.
 */
export function readForm(onRefusal: (code: Refusal) => void): RequestHandler[] {
  const admit: RequestHandler = (req, res, next) => {
    const refusal = refusalOf(req.headers);
    if (refusal === undefined) return next();
    onRefusal(refusal);
    // What is still on its way is not worth waiting for.
    res.setHeader('connection', 'close');
    refuse(res, refusal);
  };
  return [
    admit,
    express.urlencoded({
      extended: false,
      limit: MAX_BYTES,
      parameterLimit: MAX_PARAMETERS,
      inflate: false,
      type: () => true,
    }),
  ];
}

function refusalOf(headers: Record<string, string | string[] | undefined>): Refusal | undefined {
  if (!FORM.test(String(headers['content-type'] ?? ''))) return 'wrong-type';
  if (headers['content-encoding'] !== undefined) return 'wrong-type';
  if (Number(headers['content-length'] ?? 0) > MAX_BYTES) return 'too-large';
  return undefined;
}
