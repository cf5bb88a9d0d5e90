import { once } from 'node:events';
import express from 'express';
import { Redis } from 'ioredis';
import twilio from 'twilio';
import { ACCOUNT } from './account.ts';
import { listen, type Served } from './listen.ts';

/** What an accepted text takes in the line's own inbox, about. */
const STORED_BYTES = 300;
const SIGNED_URL = `${ACCOUNT.publicUrl}/twilio/sms`;

/** The least that a line can do and still lose nothing: checks the signature, and stores 300 bytes by one script. */
export async function openStoringServer(socketPath: string): Promise<Served> {
  const redis = new Redis({ path: socketPath });
  await once(redis, 'ready');
  redis.defineCommand('store', { numberOfKeys: 1, lua: "return redis.call('SET', KEYS[1], ARGV[1])" });
  const store = (redis as unknown as { store(key: string, value: string): Promise<unknown> }).store.bind(redis);
  const value = 'x'.repeat(STORED_BYTES);
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post('/twilio/sms', async (request, response) => {
    const signature = request.get('x-twilio-signature') ?? '';
    if (!twilio.validateRequest(ACCOUNT.authToken, signature, SIGNED_URL, request.body)) {
      response.sendStatus(403);
      return;
    }
    await store(`text:${request.body.MessageSid}`, value);
    response.type('text/xml').send('<Response/>');
  });
  return listen(app);
}
