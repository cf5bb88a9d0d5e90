import { describe, expect, it } from '@jest/globals';
import type { TurnItem } from '../../src/conversation/conversation.ts';
import { MINUTE, Phone, PLACES } from './phone.ts';

const lost = (outcome: 'undelivered' | 'failed' | 'expired' | 'unknown', safety = true): TurnItem[] => [
  { kind: 'delivery', key: 'crisis.start', outcome, safety },
];

describe('a safety reply that did not arrive', () => {
  it.each(['undelivered', 'failed', 'expired'] as const)(
    '%s: told to the desk, and said first at the next text, not before',
    (outcome) => {
      const phone = new Phone().texts('he has a gun');
      expect(phone.turn(lost(outcome))).toEqual([]);
      expect(phone.card?.alerts).toEqual(['safety-text-lost']);
      expect(phone.text('1').slice(0, 2)).toEqual(['line.lost-reply', 'crisis.start']);
      expect(phone.text('2')).not.toContain('line.lost-reply');
    },
  );

  it('is not said again where nobody knows whether it arrived', () => {
    const phone = new Phone().texts('he has a gun');
    phone.turn(lost('unknown'));
    expect(phone.card?.alerts).toEqual(['text-not-delivered']);
    expect(phone.text('1')).not.toContain('line.lost-reply');
  });

  it('is not said twice when the turn says it anyway', () => {
    const phone = new Phone().texts('hi', '1');
    phone.turn(lost('expired'));
    expect(phone.text('back', 'he has a gun').filter((key) => key === 'crisis.start')).toHaveLength(1);
  });

  it('waits until the phone is safe', () => {
    const phone = new Phone().texts('he has a gun', "he's back");
    phone.turn(lost('expired'));
    expect(phone.text('hello')).toEqual(['line.empty']);
    expect(phone.text('1')).toEqual(['line.lost-reply', 'crisis.start', 'crisis.limits', 'crisis.minor']);
  });

  it('is not said after STOP', () => {
    const phone = new Phone().texts('he has a gun');
    phone.turn(lost('expired'));
    expect(phone.text('stop')).toEqual(['line.stop-confirmation']);
    expect(phone.text('help')).toEqual(['line.stopped-help']);
  });

  it('is taken from the turn as well as from an item', () => {
    const phone = new Phone().texts('he has a gun');
    phone.turn([], { lost: [{ key: 'crisis.start' }] });
    expect(phone.text('1')).toContain('line.lost-reply');
  });
});

it('changes nothing when an ordinary text of the bot is lost', () => {
  const phone = new Phone().texts('hi');
  const before = phone.state;
  expect(phone.turn(lost('undelivered', false))).toEqual([]);
  expect([phone.state, phone.acts]).toEqual([before, []]);
});

it('never brings back someone who is gone', () => {
  for (const place of ['quiet', 'stopped']) {
    const phone = place === 'quiet' ? new Phone().texts('hi') : (PLACES.waiting?.() ?? new Phone()).texts('stop');
    phone.wait(20 * MINUTE);
    expect(phone.turn(lost('undelivered'))).toEqual([]);
    expect(phone.value).toBe(place);
  }
});
