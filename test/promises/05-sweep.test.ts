import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundText } from '../../src/emulator/messages.ts';
import { seededRandom } from '../../src/emulator/seeded-random.ts';
import { type LineHere, startLineHere } from '../support/line-here.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PHONE = '+15555550105';

describe('5: missed webhooks are found within 2 minutes by the sweep, in order, once', () => {
  let here: LineHere;

  beforeEach(async () => {
    here = await startLineHere();
  });
  afterEach(() => here.stop());

  const drop = (body: string, from = PHONE) => here.emulator.text({ from, body, drop: true });

  it.each([1, 2])(
    'of a minute of traffic that loses 5%, while late webhooks race the sweep (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const phones = Array.from({ length: 20 }, (_, n) => `+155555502${String(n).padStart(2, '0')}`);
      const lost: InboundText[] = [];
      for (let round = 0; round < 6; round++) {
        await Promise.all(
          phones.map(async (from) => {
            const text = await here.emulator.text({ from, body: `note ${round}`, drop: random() < 0.05 });
            if (text.webhook === 'dropped') lost.push(text);
          }),
        );
        // Twice in one second, by someone whose first text had arrived.
        if (round === 3) for (const body of ['this', 'then that']) lost.push(await drop(body, phones[0]));
        await here.forward(10 * SECOND);
      }
      expect(lost.length).toBeGreaterThan(5);

      const late = lost.filter(({ body }, n) => n % 2 === 0 && body.startsWith('note'));
      await Promise.all([here.sweep(), ...late.map(({ sid }) => here.emulator.redeliver(sid))]);
      await here.forward(MINUTE);
      await here.sweep();
      await here.settle();

      for (const phone of phones) {
        const lane = await here.lane(phone);
        const sent = here.emulator.ledger.textsFrom(phone).map(({ body }) => body);
        expect([...lane.heard].sort()).toEqual([...sent].sort());
        for (const { i = [] } of lane.transcript) for (const [, ago] of i) expect(ago).toBeLessThan(2 * MINUTE);
      }
      const { heard } = await here.lane(phones[0] ?? '');
      expect(heard.filter((text) => text.startsWith('th'))).toEqual(['this', 'then that']);
    },
  );

  it('ignores what is older than the first start of the line', async () => {
    await here.forward(-10 * MINUTE);
    await drop('from before');
    await here.forward(10 * MINUTE);
    await drop('from today');
    await here.forward(MINUTE);
    expect(await here.sweep()).toBe(1);
    await here.settle();
    expect((await here.lane(PHONE)).heard).toEqual(['from today']);
  });

  it('shows a text found more than 15 minutes late to a person, and does not answer it by itself', async () => {
    await drop('my boss took my papers');
    await here.forward(16 * MINUTE);
    expect(await here.sweep()).toBe(1);
    await here.settle();
    expect(here.sentTo(PHONE)).toEqual([]);
    const lane = await here.lane(PHONE);
    expect(lane.heard).toEqual(['my boss took my papers']);
    expect(lane.transcript[0]?.i?.[0]?.[1]).toBeGreaterThan(15 * MINUTE);
    expect(lane.card).toMatchObject({ status: 'waiting', alerts: ['late-text'] });

    for (let minute = 0; minute < 30; minute++) await here.forward(MINUTE);
    expect(here.sentTo(PHONE)).toEqual([]);
  });

  it('answers a text found late once its sender has texted again', async () => {
    await drop('my boss took my papers');
    await here.forward(16 * MINUTE);
    await Promise.all([here.sweep(), here.emulator.text({ from: PHONE, body: 'are you there' })]);
    await here.settle();
    expect(here.sentTo(PHONE).length).toBeGreaterThan(0);
    expect([...(await here.lane(PHONE)).heard].sort()).toEqual(['are you there', 'my boss took my papers']);
  });
});
