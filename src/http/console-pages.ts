import { readFile } from 'node:fs/promises';
import path from 'node:path';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import type { AppDeps } from './deps.ts';
import { refuse } from './refusals.ts';
import { nonceOf } from './security-headers.ts';

/** What the built page holds where the nonce of a response goes. */
const NONCE = '__NONCE__';

/** The console's files. Every address beneath that is no file is a screen of the app, and answered with its page. */
export function consolePages({ console }: AppDeps): RequestHandler[] {
  if (console === undefined) return [];
  const { files } = console;
  const page: RequestHandler = async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, 'wrong-method');
    // A file that is gone must not be answered with a page: an old tab would take it for a script.
    if (/\.\w+$/.test(req.path)) return refuse(res, 'not-found');
    const html = await readFile(path.join(files, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) return refuse(res, 'not-built');
    res.set({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    res.end(html.replaceAll(NONCE, nonceOf(res)));
  };
  const router = express.Router();
  // Built names change with what is in them.
  const assets = { index: false, redirect: false, immutable: true, maxAge: '1y' };
  router.use(compression());
  router.use('/assets', express.static(path.join(files, 'assets'), assets));
  router.use(page);
  return [router];
}
