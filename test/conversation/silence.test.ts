import { describe, expect, it } from '@jest/globals';
import { MINUTE, Phone, PLACES, SECOND } from './phone.ts';

describe('silence', () => {
  it.each(['the first question', 'a choice', 'an open question'])(
    'ends the talk after 15 minutes in %s, without a text',
    (place) => {
      const phone = PLACES[place]?.() ?? new Phone();
      expect(phone.wait(14 * MINUTE + 59 * SECOND)).toEqual([]);
      expect(phone.value).toMatch(/^bot\./);
      expect(phone.wait(2 * SECOND)).toEqual([]);
      expect([phone.value, phone.acts]).toEqual(['quiet', ['end']]);
      expect(phone.wait(10_000 * MINUTE)).toEqual([]);
    },
  );

  it.each(['the crisis flow', 'waiting', 'live'])(
    'keeps the person on the desk in %s, marked silent, with no more texts',
    (place) => {
      const phone = PLACES[place]?.() ?? new Phone();
      const before = phone.card;
      phone.wait(15 * MINUTE);
      expect(phone.card).toMatchObject({ priority: before?.priority, since: before?.since, silentSince: phone.now });
      expect(phone.card?.owner).toBe(before?.owner);
      expect(phone.wait(10_000 * MINUTE)).toEqual([]);
      expect(phone.card?.priority).toBe(before?.priority);
    },
  );

  it('counts from the last text', () => {
    const phone = new Phone().texts('hi');
    phone.wait(14 * MINUTE);
    phone.text('2');
    phone.wait(14 * MINUTE);
    expect(phone.value).toBe('bot.welcome.who');
  });

  it('has ended the talk even if the process was down when it did', () => {
    const phone = new Phone().texts('hi', '2', '2', '2', 'a house');
    phone.now += 120 * MINUTE;
    expect(phone.text('Fresno')).toEqual(['welcome.first']);
    expect(phone.fresh).toBe(true);
    expect(phone.context.answers).toBeUndefined();
  });

  it('ignores a timer that comes early, or twice', () => {
    const phone = new Phone().texts('hi', '2');
    const silence = [{ kind: 'timer', name: 'silence' } as const];
    phone.turn(silence);
    expect(phone.value).toBe('bot.welcome.who');
    phone.now += 1440 * MINUTE;
    expect(phone.turn(silence)).toEqual([]);
    expect(phone.turn(silence)).toEqual([]);
    expect(phone.value).toBe('quiet');
  });

  it.each<[place: string, value: string]>([
    ['a choice', 'quiet'],
    ['waiting', 'waiting'],
    ['live', 'live'],
  ])('is taken for long enough in %s when the clock was set back a day, without a text', (place, value) => {
    const phone = PLACES[place]?.() ?? new Phone();
    const before = phone.card;
    phone.now -= 1440 * MINUTE;
    expect(phone.turn([{ kind: 'timer', name: 'silence' }])).toEqual([]);
    expect([phone.value, phone.card?.priority]).toEqual([value, before?.priority]);
    expect(phone.card?.silentSince).toBe(before && phone.now);
    expect(phone.wait(100 * MINUTE)).toEqual([]);
  });

  it('does not end a talk for a clock that is a minute off', () => {
    const phone = PLACES['a choice']?.() ?? new Phone();
    phone.now -= MINUTE;
    phone.turn([{ kind: 'timer', name: 'silence' }]);
    expect(phone.value).toBe('bot.welcome.who');
  });
});

describe('a quiet line', () => {
  const ended = () => {
    const phone = new Phone().texts('hi', '2');
    phone.wait(20 * MINUTE);
    return phone;
  };

  it('begins anew with a text', () => {
    const phone = ended();
    expect(phone.text('hello')).toEqual(['welcome.first']);
    expect([phone.fresh, phone.context]).toEqual([true, { language: 'en', last: phone.now }]);
  });

  it.each(['ok', 'thx', 'thanks', 'k', 'thank you'])('is not reopened by "%s"', (text) => {
    const phone = ended();
    expect(phone.text(text)).toEqual([]);
    expect([phone.value, phone.fresh]).toEqual(['quiet', false]);
  });

  it('greets even "ok" and "cant talk" from someone who has never written', () => {
    expect(new Phone().text('ok')).toEqual(['welcome.first']);
    expect(new Phone().text('cant talk')).toEqual(['welcome.first']);
    expect(ended().text("he's back")).toEqual([]);
  });

  it('lets an opt-out, danger and a person in at once', () => {
    expect(ended().text('stop')).toEqual(['line.stop-confirmation']);
    expect(ended().text('he has a gun')).toEqual(['crisis.start', 'crisis.safe']);
    expect(ended().text('talk to a person')).toEqual(['line.person-coming']);
  });

  it('remembers the language, and nothing else', () => {
    const phone = new Phone().texts('en español por favor', '2', '2');
    phone.wait(20 * MINUTE);
    expect(phone.context).toEqual({ language: 'es', last: phone.now - 20 * MINUTE });
  });
});

describe('a text found late', () => {
  const late = (text: string) => ({ text, late: true, receivedAt: 0 });

  it('is shown to a human and never answered', () => {
    const phone = new Phone();
    expect(phone.text({ ...late('hi there'), receivedAt: phone.now - 40 * MINUTE })).toEqual([]);
    expect(phone.wait(600 * MINUTE)).toEqual([]);
    expect([phone.value, phone.card?.reasons, phone.card?.alerts]).toEqual(['waiting', ['late-text'], ['late-text']]);
    expect(phone.fresh).toBe(true);
  });

  it('raises the card by the danger in it, still without a word', () => {
    const phone = new Phone();
    expect(phone.text(late('he has a gun'))).toEqual([]);
    expect(phone.card).toMatchObject({ priority: 'red' });
    expect(phone.context.danger).toBe('imminent');
  });

  it('opts out all the same', () => {
    const phone = new Phone();
    expect(phone.text(late('stop'))).toEqual([]);
    expect([phone.value, phone.acts]).toEqual(['stopped', ['cancel-unsent', 'opt-out']]);
  });

  it('is answered together with a newer text', () => {
    const phone = new Phone();
    expect(phone.text(late('hi'), 'are you there')).toEqual(['welcome.first']);
  });

  it('is read as usual when its sender has texted since', () => {
    const phone = new Phone().texts('hi', '2');
    expect(phone.text({ ...late('he has a gun'), receivedAt: phone.now - MINUTE })).toEqual([
      'crisis.start',
      'crisis.safe',
    ]);
  });
});
