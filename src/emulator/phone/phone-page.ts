import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Emulator } from '../emulator.ts';
import { countSegments } from '../segments.ts';
import { createPhoneTable } from './phone-table.ts';

const ASSETS = [
  'page.css',
  'phone.css',
  'compose.css',
  'phone.js',
  'phone-card.js',
  'bubble.js',
  'requests.js',
  'icon.svg',
];
const LONGEST_TEXT = 1_600;

// Nothing inline and nothing from elsewhere; what a text says can only ever become a text node.
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The demo's phones, to be mounted at /phone: a page on which a newcomer holds a few phones and texts the line.
 *
 *     app.use('/phone', createPhonePage(emulator));
 *
 * Texts and numbers travel in bodies only, never in an address. Open event streams end with their connections:
 * a server that closes must cut them.
 */
export function createPhonePage(emulator: Emulator): Router {
  const table = createPhoneTable(emulator);
  const router = express.Router();
  const asset = (name: string) => fileURLToPath(new URL(name, import.meta.url));

  router.use((_request, response, next) => {
    response.set(HEADERS);
    next();
  });
  router.get('/', (request, response) => {
    // The page's relative addresses need the slash.
    if (request.originalUrl.split('?')[0]?.endsWith('/')) response.sendFile(asset('index.html'));
    else response.redirect(301, `${request.baseUrl}/`);
  });
  for (const name of ASSETS) router.get(`/${name}`, (_request, response) => response.sendFile(asset(name)));

  router.get('/api/events', (_request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }).flushHeaders();
    const off = table.watch((event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    response.on('close', off);
  });

  // Only JSON is read, which no form on another site can post.
  router.use('/api', express.json({ limit: '16kb' }), (request, response, next) => {
    if (typeof request.body === 'object' && request.body !== null) next();
    else response.sendStatus(415);
  });
  router.post('/api/count', (request, response) => {
    const { body } = request.body;
    if (isText(body)) response.json(countSegments(body));
    else response.sendStatus(400);
  });
  router.post('/api/phones', (_request, response) => {
    response.sendStatus(table.add() ? 204 : 409);
  });
  router.post('/api/phones/remove', (request, response) => {
    response.sendStatus(table.remove(request.body.phone) ? 204 : 404);
  });
  router.post('/api/texts', (request, response) => {
    const { phone, body, picture } = request.body;
    if (!isText(body) || (body === '' && !picture)) return void response.sendStatus(400);
    if (!table.holds(phone)) return void response.sendStatus(404);
    const media = picture ? [{ contentType: 'image/jpeg' }] : [];
    void emulator.text({ from: phone, body, media });
    response.sendStatus(202);
  });

  router.use((error: { status?: number }, _request: Request, response: Response, _next: NextFunction) => {
    response.sendStatus(error.status ?? 500);
  });
  return router;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}
