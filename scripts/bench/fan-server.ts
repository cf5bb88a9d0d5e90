import type { ServerResponse } from 'node:http';
import express from 'express';
import { listen, type Served } from './listen.ts';
import { NOISE } from './make-noise.ts';

/**
 * The least that tells many open streams of a text: Express, its form parser, and one write a stream. It stores nothing,
 * thinks nothing and seals nothing.
 */
export function openFanServer(): Promise<Served> {
  const app = express();
  const streams = new Set<ServerResponse>();
  let told = 0;
  app.use(express.urlencoded({ extended: false }));
  app.get('/api/events', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    streams.add(response);
    response.on('close', () => streams.delete(response));
  });
  app.post('/twilio/sms', (request, response) => {
    response.type('text/xml').send('<Response/>');
    if (request.body.Body === NOISE) return;
    told += 1;
    const event = { type: 'card', talk: `talk-${told}`, version: 1, ring: true };
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  return listen(app);
}
