import { describe, expect, it } from '@jest/globals';
import { Phone, PLACES } from './phone.ts';

describe('which meaning of a text wins', () => {
  it.each<[text: string, why: string, value: string, danger: string]>([
    ['stop', 'the whole text is an opt-out word', 'stopped', 'none'],
    ['STOP.', 'punctuation does not hide it', 'stopped', 'none'],
    ['S\u200bTOP', 'nor what cannot be seen', 'stopped', 'none'],
    ['ＳＴＯＰ', 'nor full width', 'stopped', 'none'],
    ['cancel', 'every carrier word counts', 'stopped', 'none'],
    ['end', 'though "end chat" may have been meant', 'stopped', 'none'],
    ['stop he is hurting me', 'danger beats an opt-out in a longer text', 'bot.crisis.safe', 'imminent'],
    ['make him stop hurting me', 'danger beats an opt-out in a longer text', 'bot.crisis.safe', 'imminent'],
    ['he has a gun call 911', 'the number asked for is answered', 'waiting', 'imminent'],
    ['he has a gun i want to talk to a person', 'danger beats a person', 'bot.crisis.safe', 'imminent'],
    ['stop texting me, i want a person', 'an end asked for beats a person', 'bot.welcome.who', 'none'],
    ['I want to talk to a person', 'a person', 'waiting', 'none'],
    ['2', 'an answer', 'bot.welcome.someone', 'none'],
  ])('%s: %s', (text, _, value, danger) => {
    const phone = new Phone().texts('hi', '2');
    phone.text(text);
    expect(phone.value).toBe(value);
    expect(phone.context.danger ?? 'none').toBe(danger);
  });

  it.each(Object.keys(PLACES))('English carrier words opt out in %s, whatever the language', (place) => {
    const phone = PLACES[place]?.() ?? new Phone();
    phone.state = phone.state && { ...phone.state, context: { ...phone.context, language: 'es' } };
    phone.text('Stop');
    expect(phone.value).toBe('stopped');
  });

  it("takes another language's opt-out word only in a conversation of that language, and asks otherwise", () => {
    const spanish = new Phone().texts('en español por favor');
    spanish.text('alto');
    expect(spanish.value).toBe('stopped');
    const english = new Phone().texts('hi');
    expect(english.text('alto')).toEqual(['line.scope-question']);
    expect(english.value).toBe('bot.welcome.danger');
  });

  it('takes YES and START for ordinary answers unless the person has opted out', () => {
    const phone = new Phone().texts('hi');
    phone.text('YES');
    expect(phone.value).toBe('bot.crisis.safe');
    expect(new Phone().texts('hi').text('START')).toEqual(['welcome.first-again']);
  });

  it('says who we are and asks about danger to HELP and INFO, and the answer opens the intake', () => {
    for (const word of ['HELP', 'info', 'Help!']) {
      const phone = new Phone();
      expect(phone.text(word)).toEqual(['line.help']);
      expect(phone.fresh).toBe(true);
      expect(phone.text('1')).toEqual(['crisis.start', 'crisis.safe']);
      expect(phone.card?.priority).toBe('red');
    }
  });

  it('goes on with the welcome after HELP and "2", without asking about danger twice', () => {
    const phone = new Phone();
    phone.text('HELP');
    expect(phone.text('2')).toEqual(['welcome.rule', 'welcome.who']);
  });

  it('reads what follows as the answer to the next question: "1" after HELP and "2" is "me", and no danger', () => {
    for (const asks of ['HELP', '😭']) {
      const phone = new Phone().texts(asks, '2');
      expect(phone.text('1')).toEqual(['welcome.self']);
      expect([phone.context.danger, phone.card]).toEqual([undefined, undefined]);
    }
  });

  it('honours what the provider made of a text, and does not confirm twice', () => {
    const phone = new Phone().texts('hi');
    expect(phone.text({ text: 'Stop', providerHandled: 'stop' })).toEqual([]);
    expect([phone.value, phone.acts]).toEqual(['stopped', ['cancel-unsent', 'opt-out']]);
    expect(phone.text({ text: 'unstop', providerHandled: 'start' })).toEqual(['welcome.first']);
    expect(phone.text({ text: 'help', providerHandled: 'help' })).toEqual(['line.danger-question']);
  });
});
