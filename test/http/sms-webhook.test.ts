import { afterEach, describe, expect, it } from '@jest/globals';
import { type Served, serveApp } from './support/serve-app.ts';
import { inboundForm, MESSAGE_SID } from './support/twilio-request.ts';

let line: Served;
afterEach(() => line.close());

describe('POST /twilio/sms', () => {
  it('stores a text and answers with an empty TwiML response', async () => {
    line = await serveApp();
    const answer = await line.text();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.body).toBe('<Response/>');
    expect([...line.stored.values()]).toEqual([
      { sid: MESSAGE_SID, from: '+15555550100', channel: 'sms', to: '233733', body: 'hello', media: [] },
    ]);
  });

  it('answers 200 to a text seen before, and stores it once', async () => {
    line = await serveApp();
    await line.text();
    const before = line.state();
    const answer = await line.text(inboundForm(), { 'i-twilio-idempotency-token': 'again' });
    expect(answer.status).toBe(200);
    expect(line.state()).toBe(before);
  });

  it('does not answer before accept has finished', async () => {
    let store: (outcome: 'stored') => void = () => {};
    let reached: () => void = () => {};
    const called = new Promise<void>((resolve) => {
      reached = resolve;
    });
    line = await serveApp({
      accept: () => {
        reached();
        return new Promise((resolve) => {
          store = resolve;
        });
      },
    });
    let answered = false;
    const answer = line.text().then((got) => {
      answered = true;
      return got;
    });
    await called;
    await line.call({ method: 'GET', path: '/healthz' });
    expect(answered).toBe(false);
    store('stored');
    expect((await answer).status).toBe(200);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('OOM command not allowed, +15555550100 hello'))],
    [
      'throws',
      () => {
        throw new Error('READONLY You can’t write');
      },
    ],
  ])('answers 503 when accept %s, never a false 200', async (_how, accept) => {
    line = await serveApp({ accept });
    const answer = await line.text();
    expect(answer.status).toBe(503);
    expect(answer.body).toBe('{"error":"not-stored"}');
    expect(line.logged).toEqual([{ code: 'store-failed', fields: undefined }]);
  });
});
