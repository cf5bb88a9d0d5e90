import { describe, expect, it } from '@jest/globals';
import { Phone, SECOND, T0 } from './phone.ts';

describe('several texts at once', () => {
  it('joins what is no event of its own into the answer', () => {
    const phone = new Phone().texts('hi', '2', '2', '2');
    expect(phone.value).toBe('bot.tip.what');
    phone.text('a house on 5th', 'many people', 'never go out');
    expect(phone.value).toBe('bot.tip.where');
    expect(phone.context.answers?.what).toBe('a house on 5th many people never go out');
  });

  it.each([
    ['an opt-out first', ['stop', 'hello?'], 'stopped', ['line.stop-confirmation']],
    ['an opt-out last', ['what is this', 'stop'], 'stopped', ['line.stop-confirmation']],
    ['danger, then an opt-out', ['he is hurting me', 'stop'], 'stopped', ['line.stop-confirmation']],
    ['danger in the middle', ['hi', 'he has a gun', 'ok'], 'bot.crisis.safe', ['crisis.start', 'crisis.safe']],
    ['danger across texts', ['he is', 'hurting me'], 'bot.crisis.safe', ['crisis.start', 'crisis.safe']],
    ['a person beside an answer', ['1', 'i want to talk to a person'], 'waiting', ['line.person-coming']],
    [
      'a stop and a start',
      ['stop', 'start'],
      'bot.welcome.danger',
      ['line.stop-confirmation', 'line.opt-in', 'welcome.first'],
    ],
    ['"he is back" after an answer', ['2', "he's back"], 'bot.welcome.danger', []],
    ['"he is back" before plain words', ["he's back", 'ok'], 'bot.welcome.danger', []],
    ['"he is back" before danger', ["he's back", 'he has a gun'], 'bot.crisis.safe', ['crisis.start', 'crisis.safe']],
  ])('%s', (_, texts, value, out) => {
    const phone = new Phone().texts('hello');
    expect(phone.text(...texts)).toEqual(out);
    expect(phone.value).toBe(value);
  });

  it('leaves the desk a card when danger and STOP come together', () => {
    const phone = new Phone().texts('hello');
    phone.text('he is hurting me', 'stop');
    expect(phone.card).toMatchObject({ status: 'opted-out', priority: 'red' });
    expect(phone.alerts).toContain('opted-out');
  });

  it('greets a first burst once', () => {
    const phone = new Phone();
    expect(phone.text('hi', 'are you there', 'hello')).toEqual(['welcome.first']);
  });
});

describe('a text that was written before the question was sent', () => {
  it('never answers it, and is not replied to', () => {
    const phone = new Phone().texts('hi');
    phone.asked = { at: phone.now + 10 * SECOND, undelivered: false };
    expect(phone.text('1')).toEqual([]);
    expect(phone.value).toBe('bot.welcome.danger');
    expect(phone.context.danger).toBeUndefined();
  });

  it('does not answer a question that is still on its way', () => {
    const phone = new Phone().texts('hi');
    phone.asked = { undelivered: false };
    expect(phone.text('2')).toEqual([]);
    expect(phone.value).toBe('bot.welcome.danger');
  });

  it('is still read for what the root deals with', () => {
    const phone = new Phone().texts('hi');
    phone.asked = { undelivered: false };
    expect(phone.text('talk to a person')).toEqual(['line.person-coming']);
  });

  it.each([
    ['is still on its way', { undelivered: false }],
    ['was sent after it', { at: T0 + 60 * SECOND, undelivered: false }],
    ['was never sent', { undelivered: true }],
  ])('is no answer to a choice that %s, though the choice lists its very words', (_, asked) => {
    const phone = new Phone().texts('menu');
    expect(phone.value).toBe('bot.menu.start');
    phone.asked = asked;
    expect(phone.text('talk to a person')).toEqual(['line.person-coming']);
    expect(phone.value).toBe('waiting');
  });

  it('answers with only those of a burst that came after the question', () => {
    const phone = new Phone().texts('hi', '2');
    phone.asked = { at: phone.now + 4 * SECOND, undelivered: false };
    phone.text({ text: '1', receivedAt: phone.now + 3 * SECOND }, { text: '2', receivedAt: phone.now + 5 * SECOND });
    expect(phone.value).toBe('bot.welcome.someone');
  });

  it('is answered with the question again when nothing at all is pending', () => {
    const phone = new Phone().texts('hi', '2');
    phone.asked = { undelivered: true };
    expect(phone.text('1')).toEqual(['welcome.who']);
    expect(phone.value).toBe('bot.welcome.who');
  });
});

describe('a question known not to have arrived', () => {
  const undelivered = { at: T0, undelivered: true };

  it('takes no consent, but asks again', () => {
    const phone = new Phone().texts('hi', '2', '2', '2', 'a house', 'Fresno', '2', '2');
    expect(phone.value).toBe('bot.tip.consent');
    phone.asked = undelivered;
    expect(phone.text('3')).toEqual(['tip.consent']);
    expect(phone.value).toBe('bot.tip.consent');
  });

  it('erases nothing', () => {
    const phone = new Phone().texts('hi', 'delete everything');
    phone.asked = undelivered;
    expect(phone.text('1')).toEqual(['line.delete-ask']);
    expect(phone.acts).not.toContain('forget');
  });

  it('stops nothing by a bare yes', () => {
    const phone = new Phone().texts('hi', 'leave me alone');
    phone.asked = undelivered;
    expect(phone.text('1')).toEqual(['line.scope-question']);
    expect(phone.value).not.toBe('stopped');
  });

  it('may be answered when nothing hangs on it', () => {
    const phone = new Phone().texts('hi');
    phone.asked = undelivered;
    expect(phone.text('2')).toEqual(['welcome.rule', 'welcome.who']);
  });
});
