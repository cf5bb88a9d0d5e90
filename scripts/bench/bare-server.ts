import express from 'express';
import { listen, type Served } from './listen.ts';

/** Express with a form parser and a constant answer: what any server on it pays before its first line of work. */
export function openBareServer(): Promise<Served> {
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post('/twilio/sms', (_request, response) => {
    response.type('text/xml').send('<Response/>');
  });
  return listen(app);
}
