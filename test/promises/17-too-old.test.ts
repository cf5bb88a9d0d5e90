import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LineHere, startLineHere } from '../support/line-here.ts';

const MINUTE = 60_000;
const PHONE = '+15555550117';

describe('17: a reply too old is not sent', () => {
  let here: LineHere;

  beforeEach(async () => {
    here = await startLineHere();
  });
  afterEach(() => here.stop());

  async function minutes(count: number) {
    for (let n = 0; n < 2 * count; n++) await here.forward(MINUTE / 2);
  }

  it('after 20 minutes of 429 it has expired, was never sent, and the card says so', async () => {
    here.emulator.faults.always({ post: 'refuse' });
    await here.emulator.text({ from: PHONE, body: 'I want to talk to a person' });
    await minutes(20);
    expect(here.emulator.ledger.refusals().length).toBeGreaterThan(3);
    expect(here.log.join()).toContain('text-expired');
    const { card, outbox } = await here.lane(PHONE);
    expect(card?.alerts).toContain('text-not-delivered');
    expect(outbox).toEqual([]);

    here.emulator.faults.clear();
    await minutes(20);
    expect(here.emulator.ledger.sent()).toEqual([]);
  });

  it('a safety reply that expired is said first at the next text, and not before', async () => {
    here.emulator.faults.always({ post: 'refuse' });
    await here.emulator.text({ from: PHONE, body: 'I want to kill myself' });
    await minutes(11);
    expect((await here.lane(PHONE)).card?.alerts).toContain('safety-text-lost');
    here.emulator.faults.clear();
    await minutes(3);
    const unprompted = here.sentTo(PHONE);
    expect(unprompted.join()).not.toContain('988');
    await here.emulator.text({ from: PHONE, body: 'are you there' });
    await here.settle();
    expect(here.sentTo(PHONE)[unprompted.length]).toMatch(/may not have reached you[\s\S]*988/);
  });

  it.each([0, 1, 3, 9, 9.8, 10])(
    'sent %d minutes late, it may take no longer than the rest of its ten',
    async (late) => {
      here.emulator.faults.always({ post: 'refuse' });
      await here.emulator.text({ from: PHONE, body: 'hello' });
      await here.emulator.ledger.until(() => here.emulator.ledger.refusals().length > 0);
      await here.forward(late * MINUTE);
      here.emulator.faults.clear();
      await here.forward(MINUTE);
      const [sent] = here.emulator.ledger.sent();
      if (late > 8) expect(sent).toBeUndefined();
      else {
        expect(sent?.validityPeriod).toBeGreaterThan(0);
        expect(sent?.validityPeriod).toBeLessThanOrEqual(600 - late * 60);
      }
    },
  );

  it('gives no text more than ten minutes, also when the clock was set back', async () => {
    here.emulator.faults.next({ post: 'refuse' });
    await here.emulator.text({ from: PHONE, body: 'hello' });
    await here.forward(-2 * MINUTE);
    await here.emulator.text({ from: PHONE, body: 'hello?' });
    await minutes(4);
    const validity = here.emulator.ledger.sent().map(({ validityPeriod }) => validityPeriod);
    expect(validity.length).toBeGreaterThan(0);
    expect(Math.max(...validity)).toBeLessThanOrEqual(600);
    expect(Math.min(...validity)).toBeGreaterThan(0);
  });
});
