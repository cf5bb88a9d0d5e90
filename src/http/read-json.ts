import express, { type RequestHandler } from 'express';
import { refuse } from './refusals.ts';

/** A reply of 1,600 characters and a draft of 20,000 fit; a body is never a file. */
const MAX_BYTES = 128 * 1024;
const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

const admit: RequestHandler = (req, res, next) => {
  // A form of a foreign page cannot have this type, so that this is one more guard against it.
  if (JSON_TYPE.test(req.get('content-type') ?? '') && req.get('content-encoding') === undefined) return next();
  refuse(res, 'wrong-type');
};

/** Reads a JSON object into `req.body`. What cannot be read is refused without a word of it. */
export const readJson: RequestHandler[] = [
  admit,
  express.json({ strict: true, limit: MAX_BYTES, inflate: false, type: () => true }),
];
