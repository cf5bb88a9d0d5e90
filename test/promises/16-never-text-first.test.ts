import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where talks can stand when the texter falls silent, each by a phone of its own. */
const TALKS: Record<string, string[]> = {
  'the first question': ['hello'],
  'the middle of a tip': ['hello', '2', '2', '2', '1'],
  'an answer kept back': ['help'],
  'should all texts stop': ['hello', 'please do not text me any more'],
  'a place in the queue': ['I want to talk to a person'],
  'danger now': ['he is going to kill me'],
  'he is back': ['hello', "he's back"],
  'after STOP': ['hello', 'STOP'],
};
const phones = new Map(Object.keys(TALKS).map((name, n) => [name, `+1555555016${n}`]));

describe('16: after 15 minutes of quiet the line never texts first', () => {
  let here: LineHere;

  beforeEach(async () => {
    here = await startLineHere();
  });
  afterEach(() => here.stop());

  /** Every talk side by side. */
  async function talkOn() {
    const longest = Math.max(...Object.values(TALKS).map(({ length }) => length));
    for (let n = 0; n < longest; n++) {
      const now = Object.entries(TALKS).flatMap(([name, { [n]: body }]) => (body ? [{ name, body }] : []));
      await Promise.all(now.map(({ name, body }) => here.emulator.text({ from: phones.get(name) ?? '', body })));
      await here.settle();
    }
  }
  const sent = () => Object.fromEntries([...phones].map(([name, phone]) => [name, here.sentTo(phone)]));
  async function restart(afterMs: number) {
    await here.halt();
    await here.forward(afterMs);
    await here.start();
    await here.settle();
  }

  it('wherever a talk stood: across restarts and a clock that jumps a day ahead and back', async () => {
    await talkOn();
    for (let minute = 0; minute < 16; minute++) await here.forward(MINUTE);
    const before = sent();
    expect(Object.values(before).flat().length).toBeGreaterThan(phones.size);
    await restart(0);
    await here.forward(DAY);
    await restart(-DAY);
    await here.forward(-DAY);
    await restart(HOUR);
    for (let hour = 0; hour < 26; hour++) await here.forward(HOUR);
    expect(sent()).toEqual(before);
  });

  it('two hours of downtime end every talk: no reply, notice or retry from before is sent after', async () => {
    await talkOn();
    here.emulator.faults.always({ post: 'refuse' });
    for (const from of phones.values()) await here.emulator.text({ from, body: 'are you there' });
    const before = sent();
    await here.halt();
    here.emulator.faults.clear();
    await restart(2 * HOUR);
    await here.forward(HOUR);
    expect(sent()).toEqual(before);
  });

  it('a text stored before two hours of downtime is for a person, and not answered by itself', async () => {
    await here.halt();
    await here.start(true);
    await here.emulator.text({ from: '+15555550169', body: 'my boss took my papers' });
    await restart(2 * HOUR);
    expect(here.emulator.ledger.sent()).toEqual([]);
    expect((await here.lane('+15555550169')).card?.alerts).toEqual(['late-text']);
  });

  it('a clock set back by a day sends nothing of the day that it has to live again', async () => {
    await talkOn();
    here.emulator.faults.always({ post: 'refuse' });
    for (const from of phones.values()) await here.emulator.text({ from, body: 'are you there' });
    await here.forward(1);
    const before = sent();
    await here.halt();
    here.emulator.faults.clear();
    await restart(-DAY);
    const waiting = async () => (await here.lane(phones.get('a place in the queue') ?? '')).card;
    await until('the clock is known to be wrong', async () => (await waiting())?.silentSince !== undefined);
    await here.forward(DAY - 10 * MINUTE);
    for (let half = 0; half < 60; half++) await here.forward(MINUTE / 2);
    expect(sent()).toEqual(before);
  });
});
