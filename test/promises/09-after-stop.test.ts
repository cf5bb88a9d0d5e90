import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Hold } from '../../src/hotline/desk/desk.ts';
import { type LineHere, startLineHere } from '../support/line-here.ts';

const PHONE = '+15555550109';
const QUEUED = 500;
const DAY = 24 * 3_600_000;
const CONFIRMED = /you will get no more texts from us/;

describe('9: after STOP nothing leaves but one confirmation, and one direct answer each to HELP, START and danger', () => {
  let here: LineHere;

  beforeEach(async () => {
    here = await startLineHere();
  });
  afterEach(() => here.stop());

  const text = (body: string) => here.emulator.text({ from: PHONE, body });
  const sent = () => here.emulator.ledger.sentTo(PHONE);

  /** An advocate who talks with the phone. */
  async function live(): Promise<Hold> {
    const { desk } = here.running.line;
    await text('I want to talk to a person');
    await here.settle();
    const [ref] = await desk.waiting();
    const hold = ref && (await desk.claim(ref, 'ana'));
    if (hold === undefined) throw new Error('Nobody waits.');
    await here.settle();
    return hold;
  }
  const say = (hold: Hold, count: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => here.running.line.desk.say(hold, `word ${n}`)));
  /** What comes to the phone because of these texts. */
  async function answersTo(...bodies: string[]): Promise<string[]> {
    const before = sent().length;
    for (const body of bodies) {
      await text(body);
      await here.settle();
    }
    return here.sentTo(PHONE).slice(before);
  }

  it('from 500 texts queued behind a provider that answers 429, and an advocate who goes on', async () => {
    const hold = await live();
    here.emulator.faults.to(PHONE, { post: 'refuse' });
    await say(hold, QUEUED);
    await here.settle();
    expect((await here.lane(PHONE)).outbox).toHaveLength(QUEUED);
    const before = sent().length;

    await Promise.all([text('STOP'), say(hold, 20), text('STOP')]);
    await here.settle();
    here.emulator.faults.clear();
    for (let minute = 0; minute < 30; minute++) await here.forward(60_000);
    expect(here.sentTo(PHONE).slice(before)).toEqual([expect.stringMatching(CONFIRMED)]);
    const outcome = await here.running.line.desk.say(hold, 'one more');
    await here.forward(DAY);
    expect([outcome, sent().length]).toEqual(['not-owner', before + 1]);
    expect((await here.lane(PHONE)).card).toMatchObject({ status: 'opted-out' });
  });

  it('from 500 texts that are being sent when STOP arrives: within 5 s, and none after the confirmation', async () => {
    const hold = await live();
    await say(hold, QUEUED);
    await here.emulator.ledger.until(() => sent().length > 10);
    const stop = await text('STOP');
    const [answered] = stop.attempts.map(({ at, tookMs }) => at + tookMs);
    await here.emulator.ledger.until(() => CONFIRMED.test(sent().at(-1)?.body ?? ''));
    await here.settle();
    const after = sent().filter(({ at }) => at > (answered ?? 0));
    expect(after.at(-1)?.body).toMatch(CONFIRMED);
    // The one whose POST was already under way.
    expect(after.length).toBeLessThanOrEqual(2);
    expect((after.at(-1)?.at ?? 0) - stop.at).toBeLessThan(5_000);
    expect(sent().filter(({ body }) => CONFIRMED.test(body))).toHaveLength(1);
    expect(sent().length).toBeLessThan(QUEUED);
  });

  it('nor from a retry, a timer or a claim', async () => {
    here.emulator.faults.always({ outcome: 'undelivered', errorCode: 30007, callbacks: 'none' });
    await text('I want to talk to a person');
    await here.emulator.ledger.until(() => sent().length === 1);
    here.emulator.faults.clear();
    await text('STOP');
    await here.emulator.ledger.until(() => sent().length === 2);
    await here.emulator.callback(sent()[0]?.sid ?? '', 'undelivered', 30007);
    const { ref } = await here.lane(PHONE);
    expect(await here.running.line.desk.claim(ref, 'ana')).toBeUndefined();
    await here.forward(60_000);
    await here.forward(DAY);
    expect(sent()).toHaveLength(2);
  });

  it('then HELP, danger and START get one direct answer each, and everything else none', async () => {
    expect(await answersTo('hello', 'STOP')).toHaveLength(2);
    expect(await answersTo('STOP', 'hello', 'why', 'ok', '1', 'are you a bot', 'I want to talk to a person')).toEqual(
      [],
    );
    expect(await answersTo('HELP')).toEqual([expect.stringMatching(/your texts are off.*START/)]);
    expect(await answersTo('he has a gun and he is going to kill me')).toEqual([
      expect.stringMatching(/call 911.*START/),
    ]);
    expect((await here.lane(PHONE)).card).toMatchObject({ status: 'opted-out', priority: 'red' });
    await here.forward(DAY);
    expect(await answersTo()).toEqual([]);
    expect(await answersTo('START')).toEqual([expect.stringMatching(/your texts are back on/)]);
    expect(await answersTo('2')).toHaveLength(1);
  });
});
