import { describe, expect, it } from '@jest/globals';
import { MINUTE, Phone, PLACES } from './phone.ts';

const who = () => new Phone().texts('hi', '2');

describe('what the line answers by itself, keeping the place', () => {
  it('answers "are you a bot?" truly and repeats the question', () => {
    expect(who().text('are you a bot?')).toEqual(['line.bot-answer', 'welcome.who']);
    expect(new Phone().text('am i talking to a real person')).toContain('line.bot-answer');
  });

  it('goes to the menu and back', () => {
    const phone = who();
    expect(phone.text('menu')).toEqual(['menu.start']);
    const tip = new Phone().texts('hi', '2', '2', '2', 'a house');
    expect(tip.text('back')).toEqual(['tip.what']);
    expect(tip.text('back')).toEqual(['welcome.someone']);
  });

  it('goes back five questions at most, and then repeats the one it is at', () => {
    const phone = new Phone().texts('hi', '2', '2', '2', 'a house', 'Fresno', '2', '2');
    expect(phone.context.history).toHaveLength(5);
    const back = Array.from({ length: 6 }, () => phone.text('back')[0]);
    expect(back).toEqual(['tip.minor', 'tip.when', 'tip.where', 'tip.what', 'welcome.someone', 'welcome.someone']);
  });

  it('is said back in the language asked for, with the state kept', () => {
    const phone = who();
    expect(phone.text('en español por favor')).toEqual(['line.language-switched', 'welcome.who']);
    expect([phone.context.language, phone.value]).toEqual(['es', 'bot.welcome.who']);
  });

  it('follows a switch of language in a whole sentence without a word about it', () => {
    const phone = new Phone().texts('hi', '2', '2', '2');
    phone.text('vi muchos carros afuera de la casa por la noche');
    expect([phone.context.language, phone.value]).toEqual(['es', 'bot.tip.where']);
  });

  it('does not switch on a word or two', () => {
    const phone = who();
    phone.text('no se');
    expect(phone.context.language).toBe('en');
  });

  it('begins in the language of the first text', () => {
    const phone = new Phone();
    phone.text('necesito hablar con alguien por favor');
    expect(phone.context.language).toBe('es');
  });

  it.each(['hola', 'Buenos días', 'AYUDA', 'alto'])('answers a first "%s" in Spanish', (text) => {
    const phone = new Phone();
    phone.text(text);
    expect(phone.context.language).toBe('es');
  });

  it('finds an interpreter for a language it does not offer, and says so once', () => {
    const phone = who();
    expect(phone.text('ich brauche hilfe mein chef hat meinen pass genommen')).toEqual(['line.other-language']);
    expect([phone.value, phone.card?.language, phone.card?.reasons]).toEqual(['waiting', 'de', ['interpreter']]);
    expect(phone.text('ich habe angst und kann nicht mehr arbeiten')).toEqual([]);
  });
});

describe('while it is asked about danger', () => {
  const doubted = () => {
    const phone = new Phone().texts('hi', '2');
    expect(phone.text('🔪')).toEqual(['line.danger-question']);
    return phone;
  };

  it('a question has its answer, and the line asks again', () => {
    const phone = doubted();
    expect(phone.text('who runs this line?')).toEqual(['faq.who-operates', 'line.danger-question']);
    expect(phone.text('no')).toEqual(['welcome.who']);
  });

  it('whoever waits is asked once; after that the desk alone is told', () => {
    const phone = new Phone().texts('talk to a person');
    expect(phone.text('🔪')).toEqual(['line.danger-question']);
    expect(phone.text('🔪')).toEqual([]);
    expect(phone.alerts).toEqual(['maybe-danger']);
  });
});

describe('delete', () => {
  it('asks, says what is held, erases on yes and ends', () => {
    const phone = who();
    expect(phone.text('delete everything')).toEqual(['line.delete-ask']);
    expect(phone.text('1')).toEqual(['line.delete-done']);
    expect(phone.acts).toEqual(['cancel-unsent', 'forget', 'end']);
    expect([phone.value, phone.context]).toEqual(['quiet', { language: 'en' }]);
  });

  it('is for a human when somebody came to the desk between the question and the yes', () => {
    const phone = who().texts('delete everything');
    phone.text({ text: 'look', media: ['image/jpeg'] });
    expect(phone.card).toBeDefined();
    expect(phone.text('1')).toEqual(['line.delete-human']);
    expect([phone.value, phone.acts.includes('forget')]).toEqual(['waiting', false]);
  });

  it('erases nothing on no or on what it cannot read', () => {
    expect(who().texts('delete everything').text('2')).toEqual(['line.delete-kept', 'welcome.who']);
    const phone = who().texts('delete everything');
    expect(phone.text('hmm')).toEqual(['line.delete-ask']);
    expect(phone.text('dunno')).toEqual(['line.person-coming']);
    expect(phone.value).toBe('waiting');
  });

  it.each<[place: string, out: string[]]>([
    ['the crisis flow', ['line.delete-human']],
    ['waiting', ['line.delete-human']],
    ['live', []],
  ])('goes to a human in %s', (place, out) => {
    const phone = PLACES[place]?.() ?? new Phone();
    expect(phone.text('delete everything')).toEqual(out);
    expect(phone.alerts).toEqual(['delete-request']);
    expect(phone.acts).not.toContain('forget');
    expect(['waiting', 'live']).toContain(phone.value);
  });
});

describe('when it may not be safe', () => {
  it.each(["he's back", 'brb', 'cant talk'])('"%s": nothing goes out until they write', (text) => {
    const phone = new Phone().texts('hi', '1');
    expect(phone.text(text)).toEqual([]);
    expect(phone.acts).toEqual(['cancel-unsent', 'alert']);
    expect(phone.card?.reasons).toContain('unsafe');
    expect(phone.wait(14 * MINUTE)).toEqual([]);
    expect(phone.text('ok im back')).toEqual(['line.empty']);
    expect(phone.text('1')).toEqual(['crisis.limits', 'crisis.minor']); // asked once, not twice
  });

  it('answers at once what cannot wait', () => {
    expect(who().texts("he's back").text('he has a gun')).toEqual(['crisis.start', 'crisis.safe']);
    expect(who().texts("he's back").text('menu')).toEqual(['line.empty']);
    // What the menu lists as an answer is none before the menu is asked again.
    expect(new Phone().texts('menu', "he's back").text('talk to a person')).toEqual(['line.person-coming']);
  });

  it('stays silent when they say that it is not safe, and shows it to a human', () => {
    const phone = who().texts("he's back", 'hello');
    expect(phone.text('2')).toEqual([]);
    expect(phone.card).toMatchObject({ priority: 'crisis', reasons: ['not-safe-to-text'] });
    expect(phone.context.held).toBe('hold');
  });

  it.each(['who is this', 'why are you texting her'])('"%s": says nothing of what was, and warns the desk', (text) => {
    const phone = new Phone().texts('hi', '1');
    expect(phone.text(text)).toEqual(['line.who-is-this']);
    expect(phone.alerts).toEqual(['someone-else-may-hold-the-phone']);
    expect(phone.context.history).toBeUndefined();
    expect(phone.text('hello')).toEqual(['welcome.first']);
  });

  it('tells whoever asks in the queue no more than that, and sends no notice', () => {
    const phone = PLACES.waiting?.() ?? new Phone();
    expect(phone.text('who is this')).toEqual(['line.who-is-this']);
    expect(phone.wait(10 * MINUTE)).toEqual([]);
    const live = PLACES.live?.() ?? new Phone();
    expect(live.text('who is this')).toEqual([]);
    expect(live.say('hi')).toEqual([]);
  });
});

describe('empty texts and media', () => {
  it.each(['', '   ', '\u200b\u200d', '\u202e\u2066'])('%j asks if it is safe to text, once in ten minutes', (text) => {
    const phone = new Phone();
    expect(phone.text(text)).toEqual(['line.empty']);
    expect(phone.text(text)).toEqual([]);
    phone.wait(9 * MINUTE);
    expect(phone.text(text)).toEqual([]);
    phone.wait(2 * MINUTE);
    expect(phone.text(text)).toEqual(['line.empty']);
  });

  it('goes on with the question once they are safe', () => {
    expect(who().texts('').text('1')).toEqual(['welcome.who']);
    expect(new Phone().texts('').text('yes')).toEqual(['welcome.first']);
  });

  it('shows a picture to a human, and asks if they are safe', () => {
    const phone = who();
    expect(phone.text({ media: ['image/jpeg'] })).toEqual(['line.media']);
    expect(phone.card).toMatchObject({ status: 'waiting', reasons: ['media'], alerts: ['media'] });
    expect(phone.text('2')).toEqual(['crisis.start', 'crisis.safe']);
    expect(
      who()
        .texts('x')
        .text({ media: ['image/png'] }),
    ).toEqual(['line.media']);
  });

  it('reads the words that come with a picture, and shows it to a human', () => {
    const phone = who();
    expect(phone.text({ text: '2', media: ['image/jpeg'] })).toEqual(['welcome.someone']);
    expect(phone.card?.reasons).toEqual(['media']);
  });
});
