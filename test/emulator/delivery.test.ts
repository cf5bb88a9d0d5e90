import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import twilio from 'twilio';
import type { Fault } from '../../src/emulator/faults.ts';
import { seededRandom } from '../../src/emulator/seeded-random.ts';
import { manualClock } from './manual-clock.ts';
import { ACCOUNT, LINE, PHONE, type Setting, sdkFor, startSetting, TOKEN } from './setting.ts';

describe('what becomes of a message', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting({ random: seededRandom(7) });
  });
  afterEach(() => setting.close());

  const send = (more: object = {}) =>
    setting.sdk.messages.create({
      to: PHONE,
      from: LINE,
      body: 'hello',
      statusCallback: `${setting.line.url}/twilio/status?oid=o-1`,
      ...more,
    });
  const told = () => setting.line.posts('/twilio/status').map((form) => form.MessageStatus);
  const toldOf = (count: number) => setting.emulator.ledger.until(() => told().length >= count);

  it('is told in signed callbacks', async () => {
    const { sid } = await send();
    await toldOf(2);
    const [sent, delivered] = setting.line.received;
    expect(sent?.path).toBe('/twilio/status?oid=o-1');
    expect(sent?.form).toEqual({
      AccountSid: ACCOUNT,
      ApiVersion: '2010-04-01',
      From: LINE,
      MessageSid: sid,
      MessageStatus: 'sent',
      SmsSid: sid,
      SmsStatus: 'sent',
      To: PHONE,
    });
    expect(delivered?.form).toMatchObject({
      MessageStatus: 'delivered',
      RawDlrDoneDate: expect.stringMatching(/^\d{10}$/),
    });
    for (const post of setting.line.received) {
      const url = `${setting.line.url}${post.path}`;
      expect(twilio.validateRequest(TOKEN, String(post.headers['x-twilio-signature']), url, post.form)).toBe(true);
    }
    await setting.emulator.ledger.until(() => setting.emulator.ledger.sentTo(PHONE)[0]?.callbacks.length === 2);
    expect(setting.emulator.ledger.sentTo(PHONE)).toMatchObject([
      {
        history: [{ status: 'queued' }, { status: 'sending' }, { status: 'sent' }, { status: 'delivered' }],
        callbacks: [{ status: 'sent', attempts: [{ answer: { status: 200 } }] }, { status: 'delivered' }],
      },
    ]);
  });

  it.each([30003, 30005, 30006, 30007, 30008])('can be undelivered with %d', async (errorCode) => {
    setting.emulator.faults.to(PHONE, { outcome: 'undelivered', errorCode });
    const { sid } = await send();
    await toldOf(2);
    expect(setting.line.posts('/twilio/status')[1]).toMatchObject({
      MessageStatus: 'undelivered',
      ErrorCode: String(errorCode),
    });
    expect(await setting.sdk.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode });
  });

  it('can fail before it is sent', async () => {
    setting.emulator.faults.always({ outcome: 'failed', errorCode: 30001 });
    await send();
    await toldOf(1);
    expect(setting.line.posts('/twilio/status')).toMatchObject([{ MessageStatus: 'failed', ErrorCode: '30001' }]);
  });

  it.each<[string, Fault, string[]]>([
    ['repeated', { repeat: 3 }, ['sent', 'sent', 'sent', 'delivered', 'delivered', 'delivered']],
    ['early', { callbacks: 'early' }, ['sent', 'delivered']],
    ['none at all', { callbacks: 'none' }, []],
  ])('is told in callbacks that are %s', async (kind, fault, expected) => {
    setting.emulator.faults.next(fault);
    const message = await send();
    if (kind === 'early') expect(told()).toEqual(expected);
    expect(message.status).toBe('queued');
    await setting.emulator.ledger.until(() => setting.emulator.ledger.find(message.sid)?.status === 'delivered');
    await toldOf(expected.length);
    expect(told()).toEqual(expected);
  });

  it('is told of what never happened, when a test says so', async () => {
    const { sid } = await send();
    await toldOf(2);
    await setting.emulator.callback(sid, 'undelivered', 30007);
    expect(setting.line.posts('/twilio/status').at(-1)).toMatchObject({
      MessageStatus: 'undelivered',
      ErrorCode: '30007',
    });
  });

  it.each<[string, Fault, { status?: number; code?: number }, number]>([
    ['429', { post: 'refuse' }, { status: 429, code: 20429 }, 0],
    ['500', { post: 'refuse', httpStatus: 500 }, { status: 500, code: 20500 }, 0],
    ['any code', { post: 'refuse', httpStatus: 400, code: 14107 }, { status: 400, code: 14107 }, 0],
    ['a cut connection', { post: 'reset' }, {}, 0],
    ['no answer', { post: 'hang' }, {}, 0],
    ['503 though it was taken', { post: 'accept-then-refuse' }, { status: 503 }, 1],
    ['a cut connection though it was taken', { post: 'accept-then-reset' }, {}, 1],
    ['no answer though it was taken', { post: 'accept-then-hang' }, {}, 1],
  ])('can begin with %s', async (_, fault, expected, taken) => {
    setting.emulator.faults.next(fault, null);
    const impatient = sdkFor(setting.api, TOKEN, 150);
    const request = { to: PHONE, from: LINE, body: 'hello', statusCallback: `${setting.line.url}/twilio/status` };
    await expect(impatient.messages.create(request)).rejects.toMatchObject(expected);
    expect(setting.emulator.ledger.sentTo(PHONE)).toHaveLength(taken);
    expect(setting.emulator.ledger.refusals()).toHaveLength(1 - taken);
    await toldOf(taken * 2);
    await send();
    expect(setting.emulator.ledger.sentTo(PHONE)).toHaveLength(taken + 1);
  });

  it('goes wrong by chance, the same for the same seed', async () => {
    const run = async () => {
      setting.emulator.faults.random(42, [
        { chance: 0.3, fault: { post: 'refuse' } },
        { chance: 0.2, fault: { post: 'refuse', httpStatus: 500 } },
      ]);
      const results: number[] = [];
      for (let count = 0; count < 30; count++)
        results.push(
          await send().then(
            () => 201,
            (error: { status: number }) => error.status,
          ),
        );
      return results;
    };
    const results = await run();
    expect(new Set(results)).toEqual(new Set([201, 429, 500]));
    expect(await run()).toEqual(results);
    setting.emulator.faults.clear();
    expect((await send()).status).toBe('queued');
  });
});

describe('shuffled callbacks', () => {
  it('come in any order, the same for the same seed', async () => {
    const run = async () => {
      const { emulator, line, sdk, close } = await startSetting({ random: seededRandom(7) });
      emulator.faults.always({ callbacks: 'shuffled', repeat: 2 });
      const statusCallback = `${line.url}/twilio/status`;
      for (let count = 1; count <= 4; count++) {
        await sdk.messages.create({ to: PHONE, from: LINE, body: 'hello', statusCallback });
        await emulator.ledger.until(() => line.received.length === count * 4);
      }
      await close();
      return line.posts('/twilio/status').map((form) => form.MessageStatus);
    };
    const statuses = await run();
    expect(await run()).toEqual(statuses);
    const orders = [0, 4, 8, 12].map((from) => statuses.slice(from, from + 4).join());
    expect(new Set(orders).size).toBeGreaterThan(1);
    for (const order of orders) expect(order.split(',').sort().join()).toBe('delivered,delivered,sent,sent');
  });
});

describe('a message that waits', () => {
  it('expires by its validity period, on the clock of the emulator', async () => {
    const clock = manualClock();
    const { emulator, line, sdk, close } = await startSetting({ clock });
    emulator.faults.always({ queueMs: 600_000 });
    const request = { to: PHONE, from: LINE, body: 'late', statusCallback: `${line.url}/twilio/status` };
    const { sid } = await sdk.messages.create({ ...request, validityPeriod: 300 });
    const patient = await sdk.messages.create({ ...request, validityPeriod: 601 });
    clock.forward(299_000);
    expect((await sdk.messages(sid).fetch()).status).toBe('queued');
    clock.forward(1_000);
    expect(await sdk.messages(sid).fetch()).toMatchObject({ status: 'failed', errorCode: 30036 });
    await emulator.ledger.until(() => line.posts('/twilio/status').length === 1);
    expect(line.posts('/twilio/status')).toMatchObject([{ MessageStatus: 'failed', ErrorCode: '30036' }]);
    clock.forward(300_001);
    expect((await sdk.messages(patient.sid).fetch()).status).toBe('delivered');
    await close();
  });
});

describe('a ledger of counts alone', () => {
  it('forgets what is finished', async () => {
    const { emulator, line, sdk, close } = await startSetting({ keep: 0 });
    for (let count = 0; count < 3; count++) {
      await emulator.text({ from: PHONE, body: 'hi' });
      await sdk.messages.create({ to: PHONE, from: LINE, body: 'yo', statusCallback: `${line.url}/twilio/status` });
    }
    await emulator.ledger.until(() => emulator.ledger.counts.callbacks === 6);
    expect(emulator.ledger.counts).toMatchObject({ texts: 3, webhooksDelivered: 3, accepted: 3, delivered: 3 });
    await new Promise(setImmediate);
    expect([...emulator.ledger.texts(), ...emulator.ledger.sent()]).toEqual([]);
    await close();
  });
});
