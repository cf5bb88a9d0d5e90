import { describe, expect, it } from '@jest/globals';
import { MINUTE, Phone, PLACES, SECOND } from './phone.ts';

const place = (name: string) => PLACES[name]?.() ?? new Phone();
const waiting = () => place('waiting');
const live = () => place('live');

describe('an answer', () => {
  it('is owed from the claim on, and from the next text after it was given', () => {
    const phone = waiting();
    phone.now += MINUTE;
    phone.claim();
    expect(phone.card?.unanswered).toBe(phone.now);
    phone.say('I am Ana');
    expect([phone.card?.unanswered, phone.card?.answered]).toEqual([undefined, true]);
    phone.text('thank you');
    const first = phone.now;
    phone.text('are you there?');
    expect(phone.card?.unanswered).toBe(first);
    phone.turn([{ kind: 'release', to: 'queue' }]);
    expect([phone.card?.unanswered, phone.card?.answered]).toEqual([undefined, undefined]);
  });

  it('waits for its time where it may be taken back', () => {
    const phone = live();
    phone.turn([{ kind: 'advocate-text', advocate: 'ana', text: 'hi', id: 'x', holdMs: 4_000 }]);
    expect(phone.effects).toEqual([{ type: 'say-text', text: 'hi', advocate: 'ana', id: 'x', holdMs: 4_000 }]);
  });
});

describe('given back', () => {
  it('is kept for somebody or for a skill until it is claimed', () => {
    const phone = live();
    const reserved = { for: 'ben', until: phone.now + MINUTE };
    phone.turn([{ kind: 'release', to: 'queue', reserved, skill: 'minors' }]);
    expect(phone.card).toMatchObject({ status: 'waiting', reserved, skill: 'minors' });
    phone.claim('ben');
    expect([phone.card?.reserved, phone.card?.skill]).toEqual([undefined, undefined]);
  });

  it('by the desk itself, tells everybody why', () => {
    const phone = live();
    phone.turn([{ kind: 'release', to: 'queue', why: 'owner-gone' }]);
    expect([phone.value, phone.alerts, phone.card?.alerts]).toEqual(['waiting', ['owner-gone'], ['owner-gone']]);
  });

  it('may be kept for another while it waits', () => {
    const phone = waiting();
    const reserved = { for: 'ben', until: phone.now + MINUTE };
    phone.turn([{ kind: 'release', to: 'queue', why: 'reassigned', reserved }]);
    expect([phone.value, phone.card?.reserved]).toEqual(['waiting', reserved]);
  });

  it('goes on with the bot at a step that the profile allows, else at the menu', () => {
    const to = (step: string) => {
      const phone = live();
      phone.turn([{ kind: 'release', to: 'bot', step }]);
      return phone.value;
    };
    expect([to('tip.start'), to('crisis.hide'), to('no.where')]).toEqual([
      'bot.tip.safe',
      'bot.menu.start',
      'bot.menu.start',
    ]);
  });
});

describe('a human’s judgement', () => {
  it('sets the danger up or down, and what comes later may raise it again', () => {
    const phone = live();
    const judge = (level: 'none' | 'crisis' | 'imminent') => {
      phone.turn([{ kind: 'set-danger', advocate: 'ana', level }]);
      return [phone.context.danger, phone.card?.priority];
    };
    expect([judge('imminent'), judge('crisis'), judge('none')]).toEqual([
      ['imminent', 'red'],
      ['crisis', 'crisis'],
      [undefined, 'rest'],
    ]);
    phone.text('he has a gun');
    expect(phone.card?.priority).toBe('red');
  });

  it('never makes a child wait last', () => {
    const phone = live();
    phone.text('im 15');
    phone.turn([{ kind: 'set-danger', advocate: 'ana', level: 'none' }]);
    expect(phone.card?.priority).toBe('crisis');
  });

  it('is nothing to anybody whom no advocate has', () => {
    const phone = waiting();
    phone.turn([{ kind: 'set-danger', advocate: 'ana', level: 'imminent' }]);
    expect([phone.context.danger, phone.card?.priority]).toEqual([undefined, 'rest']);
  });
});

describe('alarms', () => {
  it('of a number stay off in its next conversation too, until they are turned on', () => {
    const phone = live();
    phone.turn([{ kind: 'mute', advocate: 'ana', on: true }]);
    phone.close();
    phone.now += 60 * MINUTE;
    phone.text('he has a gun');
    expect(phone.card).toMatchObject({ priority: 'red', muted: true });
    phone.turn([{ kind: 'mute', advocate: 'sue', on: false }]);
    expect(phone.card?.muted).toBeUndefined();
  });

  it('ask a supervisor to look, wherever the card stands, and nobody without one', () => {
    for (const phone of [waiting(), live()]) {
      phone.turn([{ kind: 'attention', advocate: 'ana', on: true }]);
      expect(phone.card?.attention).toBe(true);
      phone.turn([{ kind: 'attention', advocate: 'sue', on: false }]);
      expect(phone.card?.attention).toBeUndefined();
    }
    const phone = new Phone().texts('hi');
    phone.turn([{ kind: 'attention', advocate: 'ana', on: true }]);
    expect(phone.card).toBeUndefined();
  });
});

describe('nobody there', () => {
  const tell = (phone: Phone) => phone.turn([{ kind: 'nobody-on' }]);

  it('is said once, also while the bot still asks, and the notices after it stay true', () => {
    const phone = waiting();
    expect([tell(phone), tell(phone)]).toEqual([['line.nobody-on'], []]);
    expect(phone.card?.alerts).toEqual(['nobody-on']);
    expect(phone.wait(4 * MINUTE)).toEqual([]);
    expect(phone.wait(2 * MINUTE)).toEqual(['line.notice-2']);
    expect(tell(place('the crisis flow'))).toEqual(['line.nobody-on']);
  });

  it('is not said again to whoever has had a notice, but the desk hears of it', () => {
    const phone = waiting();
    expect(phone.wait(55 * SECOND)).toEqual(['line.notice-1']);
    expect([tell(phone), phone.alerts]).toEqual([[], ['nobody-on']]);
  });

  it.each([
    ['holds', (phone: Phone) => phone.text("he's back")],
    ['has long been silent', (phone: Phone) => phone.wait(20 * MINUTE)],
    ['asked for an end', (phone: Phone) => phone.text('leave me alone')],
  ])('is not said to somebody who %s', (_, before) => {
    const phone = waiting();
    before(phone);
    expect(tell(phone)).toEqual([]);
  });

  it('is said anew when an advocate had them and gave them back', () => {
    const phone = waiting();
    tell(phone);
    phone.claim();
    phone.turn([{ kind: 'release', to: 'queue', why: 'owner-gone' }]);
    expect(tell(phone)).toEqual(['line.nobody-on']);
  });

  it('means nothing to whoever is not in the queue', () => {
    for (const name of ['the first question', 'live']) expect(tell(place(name))).toEqual([]);
  });
});

it('shows itself again without a word', () => {
  const phone = waiting();
  const before = phone.state;
  expect(phone.turn([{ kind: 'show' }])).toEqual([]);
  expect(phone.state).toEqual(before);
});
