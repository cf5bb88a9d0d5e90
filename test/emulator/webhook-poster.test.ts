import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FakeAnswer } from './fake-line.ts';
import { PHONE, type Setting, startSetting } from './setting.ts';

let setting: Setting;
afterEach(() => setting.close());

/** Answers the webhook in this order, and the fallback with an empty 204. */
const answering = (...answers: FakeAnswer[]) => {
  setting.line.answer = ({ path }) => (path === '/fallback' ? { status: 204 } : (answers.shift() ?? { status: 200 }));
};

describe('a failing webhook', () => {
  it.each<[string, FakeAnswer, string]>([
    ['a 500', { status: 500 }, '11200'],
    ['a 404', { status: 404 }, '11200'],
    ['a redirect', { status: 302 }, '11200'],
    ['a cut connection', 'cut', '11205'],
  ])('by default is not retried on %s, and goes to the fallback', async (_, answer, code) => {
    setting = await startSetting();
    answering(answer);
    const text = await setting.emulator.text({ from: PHONE, body: 'hi' });
    expect(text).toMatchObject({ webhook: 'failed', attempts: [{}], fallback: [{ answer: { status: 204 } }] });
    expect(setting.line.posts('/fallback')).toMatchObject([
      { MessageSid: text.sid, Body: 'hi', ErrorCode: code, ErrorUrl: `${setting.line.url}/twilio/sms` },
    ]);
    expect(setting.emulator.ledger.counts).toMatchObject({ webhooksFailed: 1, webhooksDelivered: 0 });
  });

  it('by default is tried twice when nobody listens', async () => {
    const port = await freePort();
    setting = await startSetting({ webhookUrl: `http://127.0.0.1:${port}/twilio/sms` });
    const text = await setting.emulator.text({ from: PHONE, body: 'hi' });
    expect(text.attempts.map(({ failure }) => failure)).toEqual(['ct', 'ct']);
    expect(setting.line.posts('/fallback')).toMatchObject([{ ErrorCode: '11205' }]);
  });

  it('is retried as the fragment says, with the same body and token', async () => {
    setting = await startSetting({}, '#rp=all&rc=5');
    answering({ status: 500 }, 'cut', { status: 429 });
    const text = await setting.emulator.text({ from: PHONE, body: 'hi' });
    expect(text).toMatchObject({ webhook: 'delivered', fallback: [] });
    expect(text.attempts.map(({ failure }) => failure)).toEqual(['5xx', 'rt', '4xx', undefined]);
    const posts = setting.line.received;
    expect(posts.map(({ path }) => path)).toEqual(Array(4).fill('/twilio/sms'));
    expect(new Set(posts.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(new Set(posts.map(({ form }) => JSON.stringify(form))).size).toBe(1);
  });

  it('is retried at most rc times', async () => {
    setting = await startSetting({}, '#rp=5xx&rc=2');
    setting.line.answer = () => ({ status: 500 });
    const text = await setting.emulator.text({ from: PHONE, body: 'hi' });
    expect(text.attempts).toHaveLength(3);
  });

  it('gives up a silent line after the read timeout and retries within the total', async () => {
    setting = await startSetting({}, '#rp=rt&rc=5&rt=100&tt=250');
    answering('silent', 'silent', 'silent', 'silent');
    const text = await setting.emulator.text({ from: PHONE, body: 'hi' });
    expect(text.attempts.length).toBeGreaterThan(1);
    expect(text.attempts.length).toBeLessThan(6);
    expect(text.attempts.every(({ failure }) => failure === 'rt')).toBe(true);
  });

  it('reaches a public address behind a proxy by another way, signed for the public one', async () => {
    setting = await startSetting({
      webhookUrl: 'https://line.example.org/twilio/sms?a=1',
      connectTo: () => setting.line.url,
    });
    await setting.emulator.text({ from: PHONE, body: 'hi' });
    expect(setting.line.received).toMatchObject([{ path: '/twilio/sms?a=1', headers: { host: 'line.example.org' } }]);
  });
});

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
