import { describe, expect, it } from '@jest/globals';
import { Phone, PLACES, set } from './phone.ts';

describe('asked for in plain words', () => {
  it('leads somewhere for every topic, and for nothing else', () => {
    for (const language of set.topics.languages) {
      const known = set.topics.rank('x', language).map(({ id }) => id);
      for (const id of set.topicSteps.keys())
        expect([language, known]).toEqual([language, expect.arrayContaining([id])]);
      for (const { id, kind } of set.topics.rank('x', language)) {
        if (kind === 'topic') expect([id, set.topicSteps.has(id)]).toEqual([id, true]);
      }
    }
  });

  it('asks about danger first in a first text, and then goes straight there', () => {
    const phone = new Phone();
    expect(phone.text('i want to report a tip')).toEqual(['welcome.first']);
    expect(phone.text('2')).toEqual(['welcome.rule', 'tip.limits', 'tip.what']);
  });

  it('lets danger win over what was asked for', () => {
    const phone = new Phone();
    phone.text('i want to report a tip');
    expect(phone.text('1')).toEqual(['crisis.start', 'crisis.safe']);
    expect(new Phone().text('i want to report that he is going to kill me')).toEqual(['crisis.start', 'crisis.safe']);
  });

  it.each(['the first question', 'a choice'])('goes there from %s', (place) => {
    const phone = PLACES[place]?.() ?? new Phone();
    expect(phone.text('we would like training for our staff')).toEqual(['training.start']);
  });

  it('takes an open question for what it is: anything may be the answer', () => {
    const phone = PLACES['an open question']?.() ?? new Phone();
    expect(phone.text('they need a shelter in tulsa')).toEqual(['tip.where']);
  });

  it('answers a question aside in an open question, and asks again', () => {
    const phone = PLACES['an open question']?.() ?? new Phone();
    expect(phone.text('will you tell the police my name?')).toEqual(['faq.confidentiality', 'tip.what']);
  });

  it.each([
    ['2', '2', 'is this confidential?', ['faq.confidentiality', 'tip.what'], 'bot.tip.what'],
    ['2', '2', 'a shop on 5th', 'who runs this line', ['faq.who-operates', 'tip.where'], 'bot.tip.where'],
    ['2', '2', 'a shop', 'Reno', 'is this 24/7?', ['faq.hours', 'tip.when'], 'bot.tip.when'],
    [
      '2',
      '2',
      'a shop',
      'Reno',
      '2',
      'do you tell the police my name',
      ['faq.confidentiality', 'tip.minor'],
      'bot.tip.minor',
    ],
    [
      '2',
      '2',
      'a shop',
      'Reno',
      '2',
      '2',
      'what happens after i report',
      ['faq.after-tip', 'tip.consent'],
      'bot.tip.consent',
    ],
    [
      '2',
      '2',
      'a shop',
      'Reno',
      '2',
      '2',
      '3',
      'anonymous?',
      ['faq.confidentiality', 'tip.contact'],
      'bot.tip.contact',
    ],
  ])('answers a question in the middle of another, asks again, and keeps none of it: %j', (...given) => {
    const [texts, out, value] = [given.slice(0, -2) as string[], given.at(-2), given.at(-1)];
    const phone = new Phone().texts('hi', '2', ...texts);
    expect([phone.out, phone.value]).toEqual([out, value]);
    expect(Object.values(phone.context.answers ?? {})).not.toContain(texts.at(-1));
  });

  it('keeps still about questions while someone in danger waits', () => {
    const phone = new Phone().texts('he has a gun', 'person');
    expect(phone.value).toBe('waiting');
    expect(phone.text('is this confidential?')).toEqual([]);
  });

  it('keeps what was said first for the record, and not what it led to', () => {
    const phone = new Phone().texts(
      'i want to report a nail salon on 5th',
      '2',
      'they sleep there',
      'Reno',
      '2',
      '2',
      '2',
    );
    const [record] = phone.effects;
    expect(record).toMatchObject({ type: 'record', answers: { said: 'i want to report a nail salon on 5th' } });
    expect(record).not.toMatchObject({ answers: { wanted: expect.anything() } });
  });

  it('reaches a person by one text from every step that asks', () => {
    const words = ['training please', 'need a shelter in tampa', 'i want to leave feedback', 'coming events'];
    for (const text of words) {
      const phone = new Phone().texts('hi', '2', text);
      phone.text('person');
      expect([text, phone.value]).toEqual([text, 'waiting']);
    }
  });
});
