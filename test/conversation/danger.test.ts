import { describe, expect, it } from '@jest/globals';
import { createConversation } from '../../src/conversation/conversation.ts';
import { Phone, PLACES, set } from './phone.ts';

describe('danger', () => {
  it.each<[text: string, value: string, out: string[], priority: string, danger: string]>([
    ['he has a gun', 'bot.crisis.safe', ['crisis.start', 'crisis.safe'], 'red', 'imminent'],
    ['he beats me', 'bot.crisis.danger', ['crisis.support', 'crisis.danger'], 'crisis', 'crisis'],
    ['i want to kill myself', 'waiting', ['line.suicide'], 'red', 'imminent'],
    ['911', 'waiting', ['line.not-911', 'line.person-coming'], 'red', 'imminent'],
    ['call the police', 'waiting', ['line.not-911', 'line.person-coming'], 'red', 'imminent'],
  ])('"%s" as the first text', (text, value, out, priority, danger) => {
    const phone = new Phone();
    expect(phone.text(text)).toEqual(out);
    expect([phone.value, phone.card?.priority, phone.context.danger]).toEqual([value, priority, danger]);
    expect(phone.says[0]?.weight).toBe('safety');
    expect(phone.acts).toContain('cancel-unsent');
  });

  it('never goes down by itself', () => {
    const phone = new Phone().texts('he has a gun', '1', '2', 'he beats me', 'menu', 'hello');
    expect([phone.context.danger, phone.card?.priority]).toEqual(['imminent', 'red']);
  });

  it.each(['waiting', 'live'])('in %s raises the priority and speaks at most once a level', (place) => {
    const phone = PLACES[place]?.() ?? new Phone();
    expect(phone.text('he beats me')).toEqual(['line.danger-question']);
    expect(phone.card?.priority).toBe('crisis');
    expect(phone.text('he beats me every day')).toEqual([]);
    expect(phone.text('he has a gun')).toEqual(['line.not-911']);
    expect(phone.card?.priority).toBe('red');
    expect(phone.text('he has a knife now')).toEqual([]);
    expect(phone.text('i want to kill myself')).toEqual(['line.suicide']);
    expect(phone.text('i will kill myself')).toEqual([]);
    expect(phone.value).toBe(place);
  });

  it('asks nobody whether they are in danger who waits and is known to be', () => {
    expect(new Phone().texts('talk to a person').text('please')).toEqual(['line.danger-question']);
    const phone = new Phone().texts('911');
    expect([phone.value, phone.card?.priority]).toEqual(['waiting', 'red']);
    expect(phone.text('please')).toEqual([]);
  });

  it('takes a yes to the danger question for danger now, wherever it was asked', () => {
    const phone = new Phone().texts('talk to a person', 'he beats me', 'yes');
    expect(phone.out).toEqual(['line.not-911']);
    expect(phone.card?.priority).toBe('red');
  });

  it('says what we may have to report before a minor tells more, and brings a human at once', () => {
    const phone = new Phone();
    expect(phone.text("im 15 and he won't let me leave")).toContain('line.minor');
    expect(phone.value).toBe('waiting');
    expect(phone.card?.reasons).toContain('minor');
    expect(phone.context.minor).toBe(true);
    expect(phone.text('im 15')).not.toContain('line.minor');
  });

  it('lets a repeated danger word answer the open question of a flow instead of starting over', () => {
    const phone = new Phone().texts('hi', '2', '2', '2', 'he beats me');
    expect(phone.value).toBe('bot.crisis.danger');
    phone.text('back');
    expect(phone.value).toBe('bot.tip.what');
    phone.text('he beats me');
    expect(phone.value).toBe('bot.tip.where');
  });

  it('asks one closed question about a doubt, and only once', () => {
    const doubt = 'he hurt me lol jk';
    const phone = new Phone().texts('hi', '2', '2', '2');
    const first = phone.text(doubt);
    if (first[0] !== 'line.danger-question') throw new Error(`${doubt} is no doubt any more: ${first}`);
    // What they told is taken for the answer: nobody has to tell it twice.
    expect(phone.text('no')).toEqual(['tip.where']);
    expect([phone.context.answers?.what, phone.context.unread]).toEqual([doubt, undefined]);
    expect(phone.text(doubt)).toEqual(['tip.when']);
  });

  it('forgets what was told in doubt once the talk goes elsewhere', () => {
    const phone = new Phone().texts('hi', '2', '2', '2', 'he hurt me lol jk');
    expect(phone.context.unread).toBeDefined();
    expect(phone.texts('menu').context.unread).toBeUndefined();
  });

  it('asks again once after an unclear answer to that question, and then a person reads it', () => {
    const phone = new Phone().texts('hi', 'HELP');
    expect(phone.text('what')).toEqual(['line.help-again']);
    expect(phone.text('hmm')).toEqual(['line.person-coming']);
    expect([phone.value, phone.card?.reasons]).toEqual(['waiting', ['not-understood']]);
  });

  it("applies today's danger lists to a conversation that is pinned to an older set", () => {
    const [english] = set.danger;
    if (!english) throw new Error('there is no danger list');
    const today = [
      { ...english, rules: [{ ...english.rules[0], id: 'new-rule', level: 'imminent' as const, phrases: ['zorp'] }] },
    ];
    const phone = new Phone(createConversation(set)).texts('hi');
    phone.turn([{ kind: 'text', text: 'zorp', receivedAt: phone.now, media: [], late: false }], {
      danger: today as typeof set.danger,
    });
    expect([phone.value, phone.card?.reasons]).toEqual(['bot.crisis.safe', ['new-rule', 'danger-now']]);
  });
});

describe('a person', () => {
  it.each(Object.keys(PLACES))('is one text away in %s', (place) => {
    const phone = PLACES[place]?.() ?? new Phone();
    phone.text('I want to talk to a person');
    expect(['waiting', 'live']).toContain(phone.value);
    expect(phone.card).toBeDefined();
  });

  it('is reached after three answers that the bot cannot read, never a loop', () => {
    const phone = new Phone().texts('hi', 'asdf', 'qwer', 'zxcv');
    expect([phone.value, phone.out]).toEqual(['waiting', ['line.person-coming']]);
  });
});

describe('danger that a witness tells of', () => {
  const witness = () => new Phone().texts('hi', '2', '2', '2');

  it('calls a person at once where it is a child, and writes down the report all the same', () => {
    const phone = witness();
    expect(phone.text('the girl in room 12 looks maybe 15')).toEqual(['line.minor', 'line.person-coming', 'tip.where']);
    expect([phone.card?.priority, phone.context.danger]).toEqual(['crisis', 'crisis']);
    // Nobody is asked for an age that they have told.
    expect(phone.texts('Reno', '3').value).toBe('bot.tip.consent');
    expect(phone.text('2')).toEqual(['tip.receipt', 'tip.person']);
    expect(phone.effects[0]).toMatchObject({
      type: 'record',
      consent: 'share-tip',
      urgency: 'crisis',
      answers: { what: 'the girl in room 12 looks maybe 15', minor: 'yes', told: 'danger' },
    });
    expect(phone.value).toBe('waiting');
  });

  it('leads whoever begins with a child into the report, with a person called', () => {
    const phone = new Phone();
    expect(phone.text('i want to report a 15 year old girl being sold at motel 6')).toEqual([
      'line.minor',
      'line.person-coming',
      'tip.safe',
    ]);
    expect(phone.card?.priority).toBe('crisis');
    phone.texts('1', 'men come and go', 'Reno', '3', '1');
    expect(phone.effects[0]).toMatchObject({ answers: { safe: 'yes', minor: 'yes' } });
  });

  it('puts what only the model takes for danger now in front, and goes on', () => {
    const phone = witness();
    const out = phone.text('inspector left and boss has the guy who talked by the throat in the cooler');
    expect(out).toEqual(['line.not-911', 'line.person-coming', 'tip.where']);
    expect(phone.card?.priority).toBe('red');
  });

  it.each(['he has a gun', 'he beats me', 'i want to kill myself'])('"%s" leaves the report', (text) => {
    expect(witness().texts(text).value).not.toMatch(/^bot\.tip/);
  });
});
