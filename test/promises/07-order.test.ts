import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KillLabel } from '../../src/hotline/ports.ts';
import { oidsOf } from '../support/oids.ts';
import { type RealLine, startRealLine } from '../support/real-line.ts';
import { until } from '../support/until.ts';

const ANSWER_AFTER_MS = 40;
const LEASE_MS = 1_000;
/** Where a lease holder may be when it is stopped. All of these write, or send, when it wakes. */
const MOMENTS: KillLabel[] = [
  'think:leased',
  'think:before-commit',
  'think:after-commit',
  'deliver:before-post',
  'deliver:after-post',
  'deliver:before-settle',
];

describe('7: two texts 5 ms apart are handled in arrival order, never interleaved', () => {
  let real: RealLine;
  let phones = 0;
  const phone = () => `+1555555${1_000 + ++phones}`;
  const sentTo = (to: string) => real.emulator.ledger.sentTo(to);

  beforeAll(async () => {
    real = await startRealLine({ processes: 3, leaseMs: LEASE_MS, postTimeoutMs: 500 });
  });
  afterAll(() => real.stop());

  /** Once the doubled texts would be there too. */
  const expectInOrder = async (from: string, texts: string[]) => {
    expect(await real.heard(from)).toEqual(texts);
    const oids = oidsOf(sentTo(from));
    expect(oids.length).toBeGreaterThan(0);
    expect(new Set(oids).size).toBe(oids.length);
  };

  it('by three processes at once, each text at another one', async () => {
    real.emulator.faults.always({ answerAfterMs: ANSWER_AFTER_MS });
    const texts = ['hello', '2', 'someone i know', 'she is 15', 'no'];
    const crowd = Array.from({ length: 40 }, phone);
    await Promise.all(
      crowd.map(async (from) => {
        for (const body of texts) {
          // The next one leaves when this one has surely arrived: else their order would be the network's.
          await Promise.all([real.emulator.text({ from, body }), sleep(5)]);
        }
      }),
    );
    await real.rest();
    for (const from of crowd) {
      await expectInOrder(from, texts);
      const starts = sentTo(from).map(({ at }) => at);
      const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
      expect(gaps.filter((gap) => gap < ANSWER_AFTER_MS)).toEqual([]);
    }
    real.emulator.faults.clear();
  });

  it.each(MOMENTS)(
    'a lease holder that stood still past its lease at %s writes nothing when it wakes',
    async (label) => {
      const holder = await real.start({ killAt: { label, nth: 1, signal: 'SIGSTOP' } });
      real.sendTo(holder);
      const { from, first } = await stoppedOver(holder);
      const others = real.lines.filter(({ alive, standsStill }) => alive && !standsStill);
      expect(others.length).toBeGreaterThanOrEqual(3);
      real.sendTo(...others);
      await real.emulator.text({ from, body: '2' });
      await real.rest();
      expect(sentTo(from).length).toBeGreaterThan(0);
      await woken(holder);
      await first;
      await real.rest();
      await expectInOrder(from, ['hello', '2']);
      await holder.kill();
    },
  );

  it.each([
    ['hangs', { post: 'accept-then-hang' }],
    ['is slow', { answerAfterMs: 300 }],
  ] as const)(
    'a lease holder stopped in the middle of a POST that %s writes nothing when it wakes',
    async (_, fault) => {
      const holder = await real.start();
      const from = phone();
      real.emulator.faults.to(from, fault);
      const others = real.lines.filter((line) => line.alive && line !== holder);
      real.sendTo(holder);
      await real.emulator.text({ from, body: 'hello' });
      real.sendTo(...others);
      await real.emulator.ledger.until(() => sentTo(from).length === 1);
      holder.pause();
      real.emulator.faults.to(from, null);
      await real.emulator.text({ from, body: '2' });
      await real.rest();
      expect(sentTo(from)).toHaveLength(2);
      await woken(holder);
      await real.rest();
      await expectInOrder(from, ['hello', '2']);
      expect(sentTo(from)).toHaveLength(2);
      await holder.kill();
    },
  );

  /** The text that it stands still over: on a busy machine others may be quicker to answer one, and it is given the next. */
  async function stoppedOver(holder: RealLine['lines'][number]) {
    let before: { from: string; first: Promise<unknown> } | undefined;
    for (;;) {
      const from = phone();
      const texted = { from, first: real.emulator.text({ from, body: 'hello' }) };
      const atRest = async () => (await real.restless()).length === 0;
      const answered = async () => sentTo(from).length > 0 && (await atRest());
      await until('it stands still, or others have answered', async () => holder.standsStill || (await answered()));
      // One that was slow to stop stands over the text before, which others have answered, and has not taken this one.
      if (holder.standsStill) return before && sentTo(from).length === 0 && (await atRest()) ? before : texted;
      before = texted;
    }
  }

  /** Wakes it, and waits until it has found that the lane has moved on. */
  async function woken(holder: RealLine['lines'][number]): Promise<void> {
    holder.resume();
    await until('it finds that the lane has moved on', () => holder.output.includes('"turn-moved"'), {
      seen: () => holder.output,
    });
  }
});
