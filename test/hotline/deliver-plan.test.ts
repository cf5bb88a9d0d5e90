import { describe, expect, it } from '@jest/globals';
import { dropLate, fateOf, planDelivery, tellings, validitySeconds } from '../../src/hotline/deliver-plan.ts';
import type { OutboxItem, OutgoingText } from '../../src/hotline/ports.ts';
import { effect, NOW, text } from './samples.ts';

const SECOND = 1000;
const a = (over: Partial<OutgoingText> = {}) => text('a', over);
const b = (over: Partial<OutgoingText> = {}) => text('b', { seq: 2, ...over });
const accepted = { state: 'accepted', sid: 'SM-a' } as const;
const said = (status: NonNullable<OutgoingText['report']>['status']) => ({ report: { sid: 'SM-a', status } });

/** `do id`, or `rest` and after how many ms. */
function told(outbox: OutboxItem[], { now = NOW, optedOut = false } = {}): string {
  const step = planDelivery(outbox, now, optedOut);
  if (step.do === 'rest') return step.until === undefined ? 'rest' : `rest ${step.until - now}`;
  return `${step.do} ${step.do === 'effect' ? step.effect.id : step.text.id}`;
}

const PLANS: [why: string, outbox: OutboxItem[], plan: string][] = [
  ['nothing', [], 'rest'],
  ['one text', [a()], 'send a'],
  ['two texts, whatever their order in the store', [b(), a()], 'send a'],
  ['a text that may not be tried again yet', [a({ at: NOW + 4000 })], 'rest 4000'],
  ['a later text behind one that may not be tried again yet', [a({ at: NOW + 4000 }), b()], 'rest 4000'],
  ['a text that Twilio has taken', [a(accepted)], 'rest'],
  ['a later text within 2 s of it', [a({ ...accepted, at: NOW - 500 }), b()], 'rest 1500'],
  ['a later text after 2 s without a callback', [a({ ...accepted, at: NOW - 2000 }), b()], 'send b'],
  ['a callback that proves nothing yet', [a({ ...accepted, ...said('queued') }), b()], 'rest 2000'],
  ['a callback that says it has left', [a({ ...accepted, ...said('sent') }), b()], 'send b'],
  ['a delivered text', [a({ ...accepted, ...said('delivered') }), b()], 'drop a'],
  ['a text that was read', [a({ ...accepted, ...said('read') }), b()], 'drop a'],
  ['a failed text, which the next turn tells', [a({ ...accepted, ...said('undelivered') }), b()], 'send b'],
  ['an old text whose callbacks never came', [a({ ...accepted, expiresAt: NOW }), b()], 'drop a'],
  ['an attempt that somebody did not live to finish', [a({ state: 'attempted' }), b()], 'look a'],
  ['a text of unknown fate', [a({ state: 'unresolved', at: NOW + 3000 }), b()], 'rest 3000'],
  ['a text of unknown fate, when it is time to look', [a({ state: 'unresolved', at: NOW }), b()], 'look a'],
  [
    'STOP’s confirmation behind a text of unknown fate',
    [a({ state: 'unresolved', at: NOW + 3000 }), b({ weight: 'stop-confirmation' })],
    'send b',
  ],
  [
    'a safety reply behind a text of unknown fate',
    [a({ state: 'unresolved', at: NOW + 3000 }), b({ weight: 'safety' })],
    'send b',
  ],
  ['a text with less than 5 s to arrive', [a({ expiresAt: NOW + 4999 }), b()], 'send b'],
  ['a text with 5 s to arrive', [a({ expiresAt: NOW + 5000 })], 'send a'],
  ['an effect beside a text that waits', [a({ at: NOW + 4000 }), effect('desk')], 'effect desk'],
  ['an effect that failed a moment ago', [effect('desk', { at: NOW + 1000 })], 'rest 1000'],
  ['forgetting while a text has not left', [a({ at: NOW + 4000 }), effect('forget', { kind: 'forget' })], 'rest 4000'],
  ['forgetting once all have left', [a(accepted), effect('forget', { kind: 'forget' })], 'effect forget'],
];

const STOPPED: [weight: OutgoingText['weight'], plan: string][] = [
  ['ordinary', 'drop a'],
  ['notice', 'drop a'],
  ['advocate', 'drop a'],
  ['safety', 'drop a'],
  ['stop-confirmation', 'send a'],
  ['direct', 'send a'],
];

describe('planDelivery', () => {
  it.each(PLANS)('%s', (_why, outbox, plan) => {
    expect(told(outbox)).toBe(plan);
  });

  it.each(STOPPED)('after STOP, a text of weight %s', (weight, plan) => {
    expect(told([a({ weight })], { optedOut: true })).toBe(plan);
  });

  it('after STOP, does not send again what was never proved to have left', () => {
    expect(told([a({ looks: 0, tries: 2, attemptedAt: NOW - 9000 })], { optedOut: true })).toBe('drop a');
  });

  it('wakes at the moment when a text that waits behind another can no longer be sent', () => {
    const blocked = b({ expiresAt: NOW + 6000 });
    const outbox = [a({ state: 'unresolved', at: NOW + 60_000 }), blocked];
    expect(told(outbox)).toBe('rest 1001');
    expect(tellings(outbox, NOW + 1001)).toMatchObject([{ text: { id: 'b' }, outcome: 'expired' }]);
  });
});

describe('tellings', () => {
  const LOSSES: [why: string, text: OutgoingText, outcome: string | undefined][] = [
    ['undelivered', a({ ...accepted, report: { sid: 'x', status: 'undelivered', errorCode: 30003 } }), 'undelivered'],
    ['failed', a({ ...accepted, ...said('failed') }), 'failed'],
    ['canceled', a({ ...accepted, ...said('canceled') }), 'failed'],
    ['too old to be sent', a({ expiresAt: NOW + 4999 }), 'expired'],
    ['of unknown fate to the end', a({ state: 'unresolved', expiresAt: NOW }), 'unknown'],
    ['of unknown fate, with time left', a({ state: 'unresolved', expiresAt: NOW + 1 }), undefined],
    ['delivered', a({ ...accepted, ...said('delivered') }), undefined],
    ['taken and never heard of again', a({ ...accepted, expiresAt: NOW - 1 }), undefined],
    ['waiting', a(), undefined],
  ];
  it.each(LOSSES)('of a text that is %s', (_why, lost, outcome) => {
    const expected = outcome ? [{ text: lost, outcome, code: lost.report?.errorCode }] : [];
    expect(tellings([lost, effect('desk')], NOW)).toEqual(expected);
  });
});

describe('dropLate', () => {
  const outbox = [
    text('waiting'),
    text('advocate', { weight: 'advocate' }),
    text('safety', { weight: 'safety' }),
    text('attempted', { state: 'attempted' }),
    text('unresolved', { state: 'unresolved' }),
    text('accepted', { state: 'accepted' }),
    effect('desk'),
  ];
  it('drops every unsent text when the turn cancels them', () => {
    expect(dropLate(outbox, [{ type: 'cancel-unsent' }], [])).toEqual(['waiting', 'advocate', 'safety']);
    expect(dropLate(outbox, [{ type: 'opt-out' }], [])).toEqual(['waiting', 'advocate', 'safety']);
  });
  it('keeps an advocate’s where only the bot falls silent', () => {
    expect(dropLate(outbox, [{ type: 'cancel-unsent', bot: true }], [])).toEqual(['waiting', 'safety']);
  });
  it.each(['stop-confirmation', 'safety'] as const)('drops the bot’s when something of weight %s is said', (weight) => {
    expect(dropLate(outbox, [], [text('new', { weight })])).toEqual(['waiting', 'safety']);
  });
  it('drops nothing otherwise', () => {
    expect(dropLate(outbox, [{ type: 'opt-in' }], [text('new', { weight: 'direct' })])).toEqual([]);
  });
});

describe('fateOf', () => {
  it.each([
    [undefined, 'unknown'],
    ['queued', 'unknown'],
    ['accepted', 'unknown'],
    ['sending', 'unknown'],
    ['sent', 'sent'],
    ['partially_delivered', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
    ['undelivered', 'failed'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
  ] as const)('%s proves %s', (status, fate) => {
    expect(fateOf(a(status ? said(status) : {}))).toBe(fate);
  });
});

describe('validitySeconds', () => {
  it.each([
    ['a new text', {}, 600],
    ['one that is 100.5 s old', { bornAt: NOW - 100.5 * SECOND, expiresAt: NOW + 499.5 * SECOND }, 499],
    ['one that must not outlast the silence', { expiresAt: NOW + 42 * SECOND }, 42],
    ['one that could live longer than 600 s', { expiresAt: NOW + 9000 * SECOND }, 600],
    ['one from before the clock was set back a day', { bornAt: NOW + 86_400_000, expiresAt: NOW + 87_000_000 }, 600],
  ])('of %s', (_why, over, seconds) => {
    expect(validitySeconds(a(over), NOW)).toBe(seconds);
  });
});
