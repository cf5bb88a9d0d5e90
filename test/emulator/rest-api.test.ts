import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ACCOUNT, LINE, PHONE, type Setting, sdkFor, startSetting } from './setting.ts';

const SERVICE = `MG${'b2'.repeat(16)}`;

describe('the Messages resource, driven by the real SDK', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting({ messagingServiceSid: SERVICE });
  });
  afterEach(() => setting.close());

  const send = (more: object = {}) => setting.sdk.messages.create({ to: PHONE, from: LINE, body: 'hello', ...more });
  const over = (sid: string) =>
    setting.emulator.ledger.until(() => setting.emulator.ledger.find(sid)?.status === 'delivered');

  it('takes a message and shows it', async () => {
    const message = await send({ validityPeriod: 600 });
    expect(message).toMatchObject({
      accountSid: ACCOUNT,
      body: 'hello',
      dateSent: null,
      direction: 'outbound-api',
      errorCode: null,
      from: LINE,
      numMedia: '0',
      numSegments: '1',
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      status: 'queued',
      to: PHONE,
      uri: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${message.sid}.json`,
    });
    await over(message.sid);
    const shown = await setting.sdk.messages(message.sid).fetch();
    expect(shown.status).toBe('delivered');
    expect(shown.dateSent).toBeInstanceOf(Date);
    expect(setting.emulator.ledger.sentTo(PHONE)).toMatchObject([{ body: 'hello', validityPeriod: 600 }]);
  });

  it('accepts through the messaging service before it queues', async () => {
    const message = await send({ from: undefined, messagingServiceSid: SERVICE, body: 'x'.repeat(161) });
    expect(message).toMatchObject({ status: 'accepted', messagingServiceSid: SERVICE, numSegments: '2', from: LINE });
  });

  it.each([
    ['no To', { to: '' }, 400, 21604],
    ['no sender', { from: '' }, 400, 21603],
    ['a foreign sender', { from: '+15555550199' }, 400, 21606],
    ['a foreign service', { from: undefined, messagingServiceSid: `MG${'0'.repeat(32)}` }, 400, 21705],
    ['a bad To', { to: '555-0100' }, 400, 21211],
    ['no body', { body: '' }, 400, 21619],
    ['a long body', { body: 'x'.repeat(1601) }, 400, 21617],
    ['no validity', { validityPeriod: 0 }, 400, 90007],
    ['too long a validity', { validityPeriod: 36_001 }, 400, 90007],
    ['a callback that is no address', { statusCallback: '/twilio/status' }, 400, 21609],
  ])('refuses %s', async (_, bad, status, code) => {
    await expect(send(bad)).rejects.toMatchObject({ status, code, moreInfo: expect.stringContaining(String(code)) });
    expect(setting.emulator.ledger.sent()).toHaveLength(0);
    expect(setting.emulator.ledger.refusals()).toMatchObject([{ answer: status, code }]);
  });

  it('takes what is just within the limits', async () => {
    await send({ body: 'x'.repeat(1600), validityPeriod: 36_000 });
    await send({ validityPeriod: 1 });
  });

  it('wants the account and its token', async () => {
    const stranger = sdkFor(setting.api, 'a-wrong-token');
    await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    const other = await fetch(`${setting.api}/2010-04-01/Accounts/AC00/Messages.json`);
    expect(other.status).toBe(401);
  });

  it('knows nothing else', async () => {
    await expect(setting.sdk.messages('SM0').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    await expect(setting.sdk.calls.list()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('redacts and deletes a finished message, and the ledger still knows the truth', async () => {
    const { sid } = await send();
    await over(sid);
    expect(await setting.sdk.messages(sid).update({ body: '' })).toMatchObject({ body: '', status: 'delivered' });
    expect((await setting.sdk.messages(sid).fetch()).body).toBe('');
    expect(await setting.sdk.messages(sid).remove()).toBe(true);
    await expect(setting.sdk.messages(sid).fetch()).rejects.toMatchObject({ status: 404 });
    expect(await setting.sdk.messages.list()).toEqual([]);
    expect(setting.emulator.ledger.find(sid)).toMatchObject({ body: 'hello', redacted: true, deleted: true });
  });

  it('cancels only what still waits, and deletes only what no longer does', async () => {
    setting.emulator.faults.next({ queueMs: 1e9 });
    const waiting = await send();
    await expect(setting.sdk.messages(waiting.sid).remove()).rejects.toMatchObject({ status: 409, code: 20009 });
    await expect(setting.sdk.messages(waiting.sid).update({ body: '' })).rejects.toMatchObject({ code: 20009 });
    expect(await setting.sdk.messages(waiting.sid).update({ status: 'canceled' })).toMatchObject({
      status: 'canceled',
    });
    const sent = await send();
    await over(sent.sid);
    await expect(setting.sdk.messages(sent.sid).update({ status: 'canceled' })).rejects.toMatchObject({ code: 30409 });
  });

  it('hands over to the next handler what is not its own', () => {
    let handedOver = 0;
    setting.emulator.restApi({ url: '/healthz' } as never, {} as never, () => handedOver++);
    expect(handedOver).toBe(1);
  });
});
