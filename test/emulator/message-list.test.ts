import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { manualClock } from './manual-clock.ts';
import { LINE, PHONE, type Setting, startSetting } from './setting.ts';

const OTHER = '+15555550101';
const clock = manualClock(Date.parse('2026-03-01T23:50:00Z'));

describe('the Messages list', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting({ clock });
  });
  afterEach(() => setting.close());

  /** A text every minute. */
  const text = async (body: string, from = PHONE) => {
    await setting.emulator.text({ from, body, drop: true });
    clock.forward(60_000);
  };
  const bodies = async (query: object = {}) => (await setting.sdk.messages.list(query)).map(({ body }) => body);

  it('is newest first and filtered by both ends', async () => {
    await text('one');
    await text('two', OTHER);
    await setting.sdk.messages.create({ to: PHONE, from: LINE, body: 'answer' });
    expect(await bodies()).toEqual(['answer', 'two', 'one']);
    expect(await bodies({ to: LINE })).toEqual(['two', 'one']);
    expect(await bodies({ from: OTHER })).toEqual(['two']);
    expect(await bodies({ to: PHONE, from: LINE })).toEqual(['answer']);
  });

  it('is filtered by day or second, both ends included', async () => {
    const midnight = Math.ceil(clock.now() / 86_400_000) * 86_400_000;
    clock.forward(midnight - 120_000 - clock.now());
    for (const body of ['23:58', '23:59', '00:00', '00:01']) await text(body);
    const at = (minutes: number) => new Date(midnight + minutes * 60_000);
    expect(await bodies({ dateSentAfter: at(0) })).toEqual(['00:01', '00:00']);
    expect(await bodies({ dateSentBefore: at(-1) })).toEqual(['23:59', '23:58']);
    expect(await bodies({ dateSentAfter: at(-1), dateSentBefore: at(0) })).toEqual(['00:00', '23:59']);
    const day = new Date(midnight).toISOString().slice(0, 10);
    const dayBefore = new Date(midnight - 1).toISOString().slice(0, 10);
    expect(await raw(`DateSent>=${day}`)).toEqual(['00:01', '00:00']);
    expect(await raw(`DateSent%3C=${dayBefore}`)).toEqual(['23:59', '23:58']);
    expect(await raw(`DateSent=${dayBefore}`)).toEqual(['23:59', '23:58']);
  });

  it('comes in pages that new texts do not shift', async () => {
    for (let count = 1; count <= 5; count++) await text(String(count));
    const first = await setting.sdk.messages.page({ pageSize: 2 });
    expect(first.instances.map(({ body }) => body)).toEqual(['5', '4']);
    await text('6');
    const second = await first.nextPage();
    expect(second?.instances.map(({ body }) => body)).toEqual(['3', '2']);
    const third = await second?.nextPage();
    expect(third?.instances.map(({ body }) => body)).toEqual(['1']);
    expect(third?.nextPageUrl).toBeUndefined();
    expect(await bodies({ pageSize: 2 })).toEqual(['6', '5', '4', '3', '2', '1']);
    expect(await raw('PageSize=2&Page=1')).toEqual(['4', '3']);
  });

  it('can lag behind', async () => {
    setting.emulator.faults.listLagMs = 90_000;
    await text('one');
    expect(await bodies()).toEqual([]);
    clock.forward(30_000);
    expect(await bodies()).toEqual(['one']);
  });

  async function raw(query: string): Promise<string[]> {
    const { accountSid = '', password = '' } = setting.sdk as { accountSid?: string; password?: string };
    const answer = await fetch(`${setting.api}/2010-04-01/Accounts/${accountSid}/Messages.json?${query}`, {
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${password}`).toString('base64')}` },
    });
    return ((await answer.json()) as { messages: { body: string }[] }).messages.map(({ body }) => body);
  }
});
