import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../src/emulator/messages.ts';
import { oidsOf } from '../support/oids.ts';
import { type RealLine, startRealLine } from '../support/real-line.ts';

/** Between two texts of a phone: faster than any thumb. */
const PACE_MS = 250;

describe('24: a deploy under live traffic loses and doubles no text', () => {
  let real: RealLine;
  let phones = 0;
  const phone = () => `+1555555${1_000 + ++phones}`;
  const sentTo = (to: string) => real.emulator.ledger.sentTo(to);

  beforeAll(async () => {
    // A lease that nobody can wait out here: what a process leaves behind would not be answered in time.
    real = await startRealLine({ processes: 3, leaseMs: 60_000, postTimeoutMs: 5_000 });
  });
  afterAll(() => real.stop());

  it('SIGTERM in the middle of a POST: the text in hand is finished first', async () => {
    const line = await real.start();
    const from = phone();
    real.emulator.faults.to(from, { answerAfterMs: 400 });
    real.sendTo(line);
    await real.emulator.text({ from, body: 'hello' });
    await real.emulator.ledger.until(() => sentTo(from).length === 1);
    real.sendTo();
    expect(await line.stop()).toBe(0);
    expect((await real.data.client.keys('{p*}x:*')).length).toBe(0);
    await real.rest();
    expect(sentTo(from)).toHaveLength(1);
  });

  it('three processes replaced one after the other under traffic', async () => {
    real.emulator.faults.always({ answerAfterMs: 30 });
    const crowd = Array.from({ length: 10 }, phone);
    const refused: Attempt[] = [];
    let over = false;
    const talking = crowd.map(async (from) => {
      const said: string[] = [];
      while (!over) {
        said.push(`text ${said.length}`);
        const text = await real.emulator.text({ from, body: said.at(-1) ?? '' });
        refused.push(...text.attempts.filter(() => text.webhook !== 'delivered'));
        await sleep(PACE_MS);
      }
      return said;
    });
    const codes: (number | null)[] = [];
    for (const old of [...real.lines].filter(({ alive }) => alive)) {
      await real.start();
      codes.push(await old.stop());
    }
    over = true;
    expect(codes).toEqual([0, 0, 0]);
    const said = await Promise.all(talking);
    expect(refused).toEqual([]);
    await real.rest();
    for (const [index, from] of crowd.entries()) {
      expect(await real.heard(from)).toEqual(said[index]);
      const oids = oidsOf(sentTo(from));
      expect(oids.length).toBeGreaterThan(0);
      expect(new Set(oids).size).toBe(oids.length);
    }
    expect(said.flat().length).toBeGreaterThan(crowd.length * 3);
  });
});
