import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createMediaSource } from '../../../src/adapters/twilio/media-source.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const PATH = `/2010-04-01/Accounts/${accountSid}/Messages/MM${'b'.repeat(32)}/Media/ME${'c'.repeat(32)}`;
const URL_OF_TWILIO = `https://api.twilio.com${PATH}`;

let server: Server;
let base: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: { url: string | undefined; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  asked.length = 0;
});

const source = () => createMediaSource({ accountSid, authToken: 'token', apiBase: base });

describe('media at Twilio', () => {
  it('is fetched from TWILIO_API_BASE with our credentials, which go no further', async () => {
    answer = ({ url }, response) => {
      if (url === PATH) response.writeHead(307, { location: '/store/1' }).end();
      else response.writeHead(200, { 'content-type': 'image/jpeg; charset=x' }).end('a picture');
    };
    expect(await source().fetch(URL_OF_TWILIO)).toEqual({ contentType: 'image/jpeg', bytes: Buffer.from('a picture') });
    expect(asked).toEqual([
      { url: PATH, authorization: `Basic ${Buffer.from(`${accountSid}:token`).toString('base64')}` },
      { url: '/store/1', authorization: undefined },
    ]);
  });

  it.each([
    ['another account', URL_OF_TWILIO.replaceAll('aaaa', 'ffff')],
    ['another path', 'https://api.twilio.com/2010-04-01/Accounts.json'],
    ['no address', ''],
    ['a climb', `https://api.twilio.com${PATH}/../../../Messages.json`],
  ])('is not asked for at %s', async (_, url) => {
    answer = (__, response) => response.end('secret');
    expect(await source().fetch(url)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each([
    ['to a stranger', 'https://evil.example/1'],
    ['to a name that only looks like Twilio’s', 'https://eviltwilio.com/1'],
    ['without protection', 'http://mms.twiliocdn.com/1'],
    ['into this machine', 'http://127.0.0.1:1/'],
    ['for ever', PATH],
  ])('is not followed %s', async (_, location) => {
    answer = (__, response) => response.writeHead(307, { location }).end();
    expect(await source().fetch(URL_OF_TWILIO)).toBeUndefined();
  });

  it('is nothing where it is gone, too large, or the API cannot be reached', async () => {
    answer = (_, response) => response.writeHead(404).end();
    expect(await source().fetch(URL_OF_TWILIO)).toBeUndefined();
    answer = (_, response) => response.end(Buffer.alloc(5 * 1024 * 1024 + 1));
    expect(await source().fetch(URL_OF_TWILIO)).toBeUndefined();
    const away = createMediaSource({ accountSid, authToken: 'token', apiBase: 'http://127.0.0.1:1' });
    expect(await away.fetch(URL_OF_TWILIO)).toBeUndefined();
  });

  it('has a type that is one, whatever the store says', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': '<script>' }).end('x');
    expect(await source().fetch(URL_OF_TWILIO)).toMatchObject({ contentType: 'application/octet-stream' });
  });
});
