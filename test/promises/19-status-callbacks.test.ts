import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countSegments } from '../../src/emulator/segments.ts';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { until } from '../support/until.ts';

const NOT_DELIVERED = 30008;
const ORDERS = permutations(['queued', 'sent', 'delivered', 'undelivered']);

describe('19: status callbacks in any order, any number, before or after the POST returns, end in the same state', () => {
  let here: LineHere;
  let phones = 0;

  beforeAll(async () => {
    here = await startLineHere();
  });
  afterAll(() => here.stop());

  const nextPhone = () => `+1555557${String(phones++).padStart(4, '0')}`;

  /** One question to a phone and its callbacks as told; then the answer. What the line knows in the end, without ids and times. */
  async function endOf(order: string[], { early, times }: { early: boolean; times: number }) {
    const phone = nextPhone();
    here.emulator.faults.to(phone, { callbacks: 'none', ...(early && { answerAfterMs: 1_500 }) });
    await here.emulator.text({ from: phone, body: 'hello' });
    const { ledger } = here.emulator;
    await ledger.until(() => ledger.sentTo(phone).length === 1);
    if (!early) await here.running.line.workers.idle();
    const sid = ledger.sentTo(phone)[0]?.sid ?? '';
    const told = order.flatMap((status) => Array.from({ length: times }, () => status));
    for (const status of told) {
      await here.emulator.callback(sid, status, status === 'undelivered' ? NOT_DELIVERED : undefined);
      if (!early) await here.running.line.workers.idle();
    }
    if (early) expect((await here.lane(phone)).outbox).toMatchObject([{ state: 'attempted', status: 'delivered' }]);
    await here.running.line.workers.idle();
    const { mode, outbox, card } = await here.lane(phone);
    const sent = ledger.sentTo(phone).length;
    await here.emulator.text({ from: phone, body: '2' });
    await ledger.until(() => ledger.sentTo(phone).length > sent);
    await here.running.line.workers.idle();
    return { mode, outbox, card, sent, answered: (await here.lane(phone)).state?.value };
  }

  it.each([
    { early: true, times: 1 },
    { early: true, times: 3 },
    { early: false, times: 1 },
    { early: false, times: 3 },
  ])('in all 24 orders of queued, sent, delivered and undelivered: %j', async (how) => {
    const ends = await Promise.all(ORDERS.map((order) => endOf(order, how)));
    expect(ends).toHaveLength(24);
    for (const end of ends) expect(end).toEqual(ends[0]);
    expect(ends[0]).toMatchObject({ mode: 'bot', outbox: [], sent: 1, answered: 'bot.welcome.who' });
  });

  it.each([
    ['and arrives', 1, ['text-not-delivered']],
    ['and is filtered again', 9, ['text-not-delivered', 'safety-text-lost']],
  ])(
    'a crisis reply that the carrier filtered (30007) is sent once more, plainly, %s: an advocate is told',
    async (_what, times, alerts) => {
      const phone = nextPhone();
      const filtered = { outcome: 'undelivered', errorCode: 30007 } as const;
      here.emulator.faults.next(...Array.from({ length: times }, () => filtered));
      await here.emulator.text({ from: phone, body: 'he is going to kill me' });
      await until('the card says so', async () => {
        return (await here.lane(phone)).card?.alerts?.length === alerts.length;
      });
      await here.emulator.ledger.until(() => here.sentTo(phone).length === 2);
      await here.running.line.workers.idle();
      await here.forward(60_000, false);
      await here.running.line.workers.look();
      await here.running.line.workers.idle();
      const [first, again] = here.sentTo(phone);
      expect(here.sentTo(phone).filter((body) => body === first)).toHaveLength(2);
      expect(again).toBe(first);
      expect((await here.lane(phone)).card?.alerts).toEqual(alerts);
      expect(countSegments(again ?? '').encoding).toBe('GSM-7');
      expect(again).not.toMatch(/https?:|www\./);
      here.emulator.faults.clear();
    },
  );
});

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, n) => permutations(items.toSpliced(n, 1)).map((rest) => [first, ...rest]));
}
