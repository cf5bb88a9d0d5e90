import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import twilio from 'twilio';
import { ACCOUNT, LINE, PHONE, type Setting, startSetting, TOKEN } from './setting.ts';

describe('a text to the line', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting();
  });
  afterEach(() => setting.close());

  it('arrives as a real, signed webhook', async () => {
    const { emulator, line } = setting;
    const text = await emulator.text({ from: PHONE, body: 'hello there, é ✓' });
    const [post] = line.received;
    expect(post?.form).toMatchObject({
      AccountSid: ACCOUNT,
      ApiVersion: '2010-04-01',
      Body: 'hello there, é ✓',
      From: PHONE,
      FromCity: expect.any(String),
      FromCountry: 'US',
      FromState: expect.any(String),
      FromZip: expect.any(String),
      MessageSid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      NumMedia: '0',
      NumSegments: '1',
      SmsMessageSid: text.sid,
      SmsSid: text.sid,
      SmsStatus: 'received',
      To: LINE,
      ToCity: '',
    });
    const signature = String(post?.headers['x-twilio-signature']);
    expect(twilio.validateRequest(TOKEN, signature, `${line.url}/twilio/sms`, post?.form ?? {})).toBe(true);
    expect(post?.headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).toMatchObject({ webhook: 'delivered', attempts: [{ answer: { status: 200 } }] });
  });

  it('carries pictures, opt-out types and any extra field', async () => {
    const { emulator, line } = setting;
    const media = [{ contentType: 'image/jpeg' }, { contentType: 'text/vcard', url: 'https://files.example/1' }];
    await emulator.text({ from: PHONE, body: '', media, optOutType: 'HELP', extra: { AddOns: '{}', ToCity: 'X' } });
    expect(line.posts('/twilio/sms')[0]).toMatchObject({
      MessageSid: expect.stringMatching(/^MM[0-9a-f]{32}$/),
      NumMedia: '2',
      MediaContentType0: 'image/jpeg',
      MediaUrl0: expect.stringMatching(/\/Media\/ME[0-9a-f]{32}$/),
      MediaUrl1: 'https://files.example/1',
      OptOutType: 'HELP',
      AddOns: '{}',
      ToCity: 'X',
    });
  });

  it('is listed even when its webhook is lost, and can be delivered late and twice', async () => {
    const { emulator, line, sdk } = setting;
    const text = await emulator.text({ from: PHONE, body: 'lost', drop: true });
    expect(line.received).toHaveLength(0);
    expect(text.webhook).toBe('dropped');
    expect(await sdk.messages.list({ to: LINE })).toMatchObject([
      { sid: text.sid, direction: 'inbound', status: 'received', body: 'lost', from: PHONE },
    ]);
    await Promise.all([emulator.redeliver(text.sid), emulator.redeliver(text.sid)]);
    expect(line.posts('/twilio/sms').map((form) => form.MessageSid)).toEqual([text.sid, text.sid]);
    expect(emulator.ledger.textsFrom(PHONE)).toMatchObject([{ webhook: 'delivered', attempts: [{}, {}] }]);
  });

  it('sends what the answering TwiML or plain text says', async () => {
    const { emulator, line } = setting;
    line.answer = () => ({
      status: 200,
      body: '<?xml version="1.0"?><Response><!-- no --><Message>a &lt; b &amp; &#x263A;</Message><Message action="http://x.example/?a=1&amp;b=2"><Body>two</Body></Message></Response>',
    });
    await emulator.text({ from: PHONE, body: 'one' });
    expect(emulator.ledger.sentTo(PHONE)).toMatchObject([
      { body: 'a < b & ☺', direction: 'outbound-reply' },
      { body: 'two', statusCallback: 'http://x.example/?a=1&b=2' },
    ]);
    line.answer = () => ({ status: 200, body: 'plain words', contentType: 'text/plain; charset=utf-8' });
    await emulator.text({ from: PHONE, body: 'two' });
    expect(emulator.ledger.sentTo(PHONE).at(-1)).toMatchObject({ body: 'plain words' });
  });

  it.each([
    ['no TwiML', { status: 200, body: 'oops <Response>' }, 12100],
    ['a wrong type', { status: 200, body: '{}', contentType: 'application/json' }, 12300],
  ])('goes to the fallback when the answer is %s', async (_, answer, code) => {
    const { emulator, line } = setting;
    line.answer = ({ path }) => (path === '/fallback' ? { status: 204 } : answer);
    const text = await emulator.text({ from: PHONE, body: 'hi' });
    expect(text).toMatchObject({ webhook: 'delivered', twimlError: code });
    expect(line.posts('/fallback')).toMatchObject([{ ErrorCode: String(code), Body: 'hi' }]);
  });
});

describe("the provider's own opt-out", () => {
  it('answers STOP, tells the line, and blocks what follows until START', async () => {
    const { emulator, line, sdk, close } = await startSetting({ advancedOptOut: true });
    const send = () => sdk.messages.create({ to: PHONE, from: LINE, body: 'hello' });
    await emulator.text({ from: PHONE, body: ' Stop ' });
    expect(line.posts('/twilio/sms')).toMatchObject([{ OptOutType: 'STOP' }]);
    expect(emulator.ledger.sentTo(PHONE)).toMatchObject([{ byProvider: true }]);
    await expect(send()).rejects.toMatchObject({ status: 400, code: 21610 });
    await emulator.text({ from: PHONE, body: 'stop it please' });
    expect(line.posts('/twilio/sms')[1]).not.toHaveProperty('OptOutType');
    await emulator.text({ from: PHONE, body: 'START' });
    expect(await send()).toMatchObject({ status: 'queued' });
    await close();
  });
});
