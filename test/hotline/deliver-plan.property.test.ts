import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planDelivery, tellings, validitySeconds } from '../../src/hotline/deliver-plan.ts';
import { outboxAfter } from '../../src/hotline/lane-after.ts';
import type { OutboxItem, OutgoingText } from '../../src/hotline/ports.ts';
import { effect, NOW, text } from './samples.ts';

const OVERTAKES = new Set(['stop-confirmation', 'safety', 'direct']);
const AFTER_STOP = new Set(['stop-confirmation', 'direct']);

const weight = fc.constantFrom<OutgoingText['weight'][]>(
  ...(['safety', 'stop-confirmation', 'direct', 'notice', 'ordinary', 'advocate'] as const),
);
const status = fc.constantFrom('queued', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'canceled' as const);
const report = fc.option(
  status.map((said) => ({ sid: 'SM1', status: said })),
  { nil: undefined },
);
const state = fc.constantFrom('waiting', 'waiting', 'waiting', 'attempted', 'unresolved', 'accepted' as const);
const near = (from: number, to: number) => fc.integer({ min: from, max: to }).map((offset) => NOW + offset);

const anyText: fc.Arbitrary<Partial<OutgoingText>> = fc.record({
  ...{ weight, state, report, at: near(-3000, 8000), bornAt: near(-600_000, 60_000) },
  ...{ expiresAt: near(-10_000, 600_000), tries: fc.nat(5), looks: fc.nat(1) },
});
const anyEffect = fc.record({ kind: fc.constantFrom('desk', 'record', 'forget' as const), at: near(-1000, 5000) });
const anyOutbox: fc.Arbitrary<OutboxItem[]> = fc
  .tuple(fc.array(anyText, { maxLength: 6 }), fc.array(anyEffect, { maxLength: 3 }))
  .map(([texts, effects]) => [
    ...texts.map((over, n) =>
      text(`t${n}`, { ...over, seq: n, ...(over.state === 'accepted' ? { sid: `SM${n}` } : {}) }),
    ),
    ...effects.map((over, n) => effect(`e${n}`, { ...over, seq: n * 2 + 0.5 })),
  ])
  .chain((items) => fc.shuffledSubarray(items, { minLength: items.length }));

const textsOf = (outbox: readonly OutboxItem[]) => outbox.filter((item) => item.kind === 'text');

/** What Twilio, the list, the stores and the callbacks may do with one step, told by a number. */
function happen(
  outbox: OutboxItem[],
  now: number,
  optedOut: boolean,
  chance: number,
): { outbox: OutboxItem[]; now: number } {
  const lost = tellings(outbox, now).map(({ text: { id } }) => id);
  if (lost.length > 0) return { outbox: outboxAfter(outbox, [], lost), now };
  const step = planDelivery(outbox, now, optedOut);
  const put = (item: OutboxItem) => ({ outbox: outboxAfter(outbox, [item], []), now });
  const drop = (id: string) => ({ outbox: outboxAfter(outbox, [], [id]), now });
  if (step.do === 'rest') return { outbox, now: step.until ?? now };
  if (step.do === 'drop') return drop(step.text.id);
  if (step.do === 'effect') {
    const { tries } = step.effect;
    return chance % 2 === 0 || tries > 3
      ? drop(step.effect.id)
      : put({ ...step.effect, tries: tries + 1, at: now + 1000 });
  }
  const tries = step.text.tries + 1;
  const unresolved = put({ ...step.text, tries, state: 'unresolved', at: now + 5000 });
  const taken = { ...step.text, tries, state: 'accepted', sid: `SM-${step.text.id}`, at: now } as const;
  if (step.do === 'look') {
    return [unresolved, put(taken), put({ ...step.text, state: 'waiting', at: now })][chance % 3] ?? unresolved;
  }
  const outcomes = [
    unresolved,
    put(taken),
    put({ ...taken, report: { sid: 'SM1', status: 'undelivered' } }),
    put({ ...step.text, tries, state: 'waiting', at: now + 1000 * 2 ** Math.min(tries, 6) }),
  ];
  return outcomes[chance % 4] ?? unresolved;
}

describe('planDelivery, whatever lies in the outbox', () => {
  it('sends only what waits, may be tried now, can still arrive, and may leave after STOP', () => {
    const sends = { count: 0 };
    fc.assert(
      fc.property(anyOutbox, fc.boolean(), (outbox, optedOut) => {
        const step = planDelivery(outbox, NOW, optedOut);
        if (step.do !== 'send') return;
        sends.count += 1;
        expect(step.text.state).toBe('waiting');
        expect(step.text.at).toBeLessThanOrEqual(NOW);
        expect(step.text.expiresAt - NOW).toBeGreaterThanOrEqual(5000);
        if (optedOut) expect(AFTER_STOP).toContain(step.text.weight);
      }),
      { numRuns: 5000 },
    );
    expect(sends.count).toBeGreaterThan(100);
  });

  it('never asks Twilio to keep a text for more than 600 s, nor beyond its end', () => {
    fc.assert(
      fc.property(anyText, near(-700_000, 700_000), (over, now) => {
        const seconds = validitySeconds(text('a', over), now);
        expect(seconds).toBeLessThanOrEqual(600);
        expect(seconds * 1000).toBeLessThanOrEqual(text('a', over).expiresAt - now);
      }),
      { numRuns: 2000 },
    );
  });

  it('rests until a time that is yet to come', () => {
    fc.assert(
      fc.property(anyOutbox, fc.boolean(), (outbox, optedOut) => {
        const step = planDelivery(outbox, NOW, optedOut);
        if (step.do === 'rest' && step.until !== undefined) expect(step.until).toBeGreaterThan(NOW);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to rest whatever happens, with nothing left unsent, and lets only urgent texts overtake', () => {
    let sends = 0;
    fc.assert(
      fc.property(
        anyOutbox,
        fc.boolean(),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 40 }),
        (start, optedOut, chances) => {
          let outbox = start;
          let now = NOW;
          let lastSent = Number.NEGATIVE_INFINITY;
          for (let n = 0; ; n += 1) {
            expect(n).toBeLessThan(3000);
            const lost = tellings(outbox, now).length > 0;
            const step = planDelivery(outbox, now, optedOut);
            if (!lost && step.do === 'rest' && step.until === undefined) break;
            if (!lost && step.do === 'send' && !OVERTAKES.has(step.text.weight)) {
              sends += 1;
              expect(step.text.seq).toBeGreaterThanOrEqual(lastSent);
              lastSent = step.text.seq;
            }
            ({ outbox, now } = happen(outbox, now, optedOut, chances[n % chances.length] ?? 0));
          }
          expect(textsOf(outbox).filter(({ state: left }) => left !== 'accepted')).toEqual([]);
          expect(outbox.filter(({ kind }) => kind !== 'text')).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
    expect(sends).toBeGreaterThan(100);
  });
});
