import { describe, expect, it } from '@jest/globals';
import { createConversation, type TurnItem } from '../../src/conversation/conversation.ts';
import { MINUTE, Phone, PLACES, set } from './phone.ts';

const stopped = (...before: string[]) => new Phone().texts(...before, 'stop');

describe('STOP', () => {
  it.each(Object.keys(PLACES))('ends it in %s: unsent texts dropped, one confirmation, no timer left', (place) => {
    const phone = PLACES[place]?.() ?? new Phone();
    expect(phone.text('stop')).toEqual(['line.stop-confirmation']);
    expect(phone.says[0]?.weight).toBe('stop-confirmation');
    expect(phone.acts.slice(0, 2)).toEqual(['cancel-unsent', 'opt-out']);
    expect(phone.talk.timers(phone.state ?? { set: '', value: '', context: { language: 'en' } })).toEqual({});
  });

  it.each<[place: string, card: boolean]>([
    ['the first question', false],
    ['an open question', false],
    ['the crisis flow', true],
    ['waiting', true],
    ['live', true],
  ])('in %s, leaves a card "opted out": %s', (place, card) => {
    const phone = PLACES[place]?.() ?? new Phone();
    phone.text('stop');
    expect(phone.card?.status).toBe(card ? 'opted-out' : undefined);
    expect(phone.alerts.includes('opted-out')).toBe(card);
  });

  it('keeps that card until a human closes it', () => {
    const phone = stopped('hi', '1');
    phone.wait(600 * MINUTE);
    phone.text('are you there');
    expect(phone.card).toMatchObject({ status: 'opted-out', priority: 'red' });
    phone.close();
    expect(phone.card).toBeUndefined();
    expect(phone.value).toBe('stopped');
  });

  it('drops what was said earlier in the same turn', () => {
    const phone = new Phone().texts('talk to a person');
    phone.now += MINUTE;
    const text: TurnItem = { kind: 'text', text: 'stop', receivedAt: phone.now, media: [], late: false };
    expect(phone.turn([{ kind: 'timer', name: 'notice' }, text])).toEqual(['line.stop-confirmation']);
  });
});

describe('after STOP', () => {
  it.each<[text: string, out: string[], alerts: string[]]>([
    ['help', ['line.stopped-help'], ['stopped-help']],
    ['INFO', ['line.stopped-help'], ['stopped-help']],
    ['he has a gun', ['line.stopped-danger'], ['stopped-danger']],
    ['he beats me', ['line.stopped-danger'], ['stopped-danger']],
    ['i want to kill myself', ['line.stopped-danger'], ['stopped-danger']],
    ['911', ['line.stopped-danger'], ['stopped-danger']],
    ['i want to talk to a person', [], ['stopped-person']],
    ['delete everything', [], ['delete-request']],
    ['stop', [], []],
    ['hello', [], []],
    ['1', [], []],
    ['menu', [], []],
    ['en español por favor', [], []],
    ['are you a bot', [], []],
    ['', [], []],
    ['brb', [], []],
    ['thanks', [], []],
  ])('"%s" is answered with %j and alerts %j', (text, out, alerts) => {
    const phone = stopped('hi');
    expect(phone.text(text)).toEqual(out);
    expect(phone.says.every(({ weight }) => weight === 'direct')).toBe(true);
    expect(phone.alerts).toEqual(alerts);
    expect(phone.value).toBe('stopped');
  });

  it('says nothing at all when counsel has set it so, and still tells the desk', () => {
    const silent = createConversation({ ...set, profile: { ...set.profile, stopReplies: 'silent' } });
    const phone = new Phone(silent).texts('hi', 'stop');
    expect(phone.text('he has a gun')).toEqual([]);
    expect(phone.card).toMatchObject({ status: 'opted-out', priority: 'red' });
    expect(phone.text('help')).toEqual([]);
    expect(phone.text('911')).toEqual([]);
  });

  it.each(['START', 'start.', 'YES', 'unstop'])('%s begins blank, with the welcome', (word) => {
    const phone = stopped('hi', '2', '2', '2', 'a house on 5th');
    expect(phone.text(word)).toEqual(['line.opt-in', 'welcome.first']);
    expect(phone.acts).toContain('opt-in');
    expect(phone.fresh).toBe(true);
    expect(phone.context).toEqual({ language: 'en', last: phone.now });
  });

  it('keeps a card that no human has closed when the person starts again', () => {
    const phone = stopped('hi', '1');
    phone.text('start');
    expect(phone.card).toMatchObject({ status: 'waiting', priority: 'red' });
    expect(phone.context.danger).toBeUndefined();
  });

  it('refuses an advocate, a claim and every timer', () => {
    const phone = PLACES.live?.().texts('stop') ?? new Phone();
    expect(phone.say('are you ok?')).toEqual([]);
    expect(phone.alerts).toEqual(['text-refused']);
    expect(phone.claim()).toEqual([]);
    for (const name of ['silence', 'notice', 'scope'] as const)
      expect(phone.turn([{ kind: 'timer', name }])).toEqual([]);
    expect(phone.value).toBe('stopped');
  });

  it('follows an opt-out that only the provider knows of, without a word', () => {
    for (const item of [
      { kind: 'opted-out-at-provider' } as const,
      { kind: 'delivery', key: 'line.help', outcome: 'failed', code: 21610, safety: false } as const,
    ]) {
      const phone = new Phone().texts('talk to a person');
      expect(phone.turn([item])).toEqual([]);
      expect([phone.value, phone.acts]).toEqual(['stopped', ['cancel-unsent', 'opt-out', 'alert']]);
    }
  });
});

describe('a sentence that asks for the texts to end', () => {
  it.each(['stop texting me', 'dont text me again', 'leave me alone', 'wrong number', 'please stop', 'no mas'])(
    '"%s": automation pauses and asks once',
    (text) => {
      const phone = new Phone().texts('hi', '2');
      expect(phone.text(text)).toEqual(['line.scope-question']);
      expect(phone.acts).toEqual(['cancel-unsent']);
      expect(phone.value).toBe('bot.welcome.who');
    },
  );

  it.each(Object.keys(PLACES))('takes silence for an opt-out in %s, without a text', (place) => {
    const phone = PLACES[place]?.() ?? new Phone();
    phone.text('leave me alone');
    expect(phone.wait(14 * MINUTE)).toEqual([]);
    expect(phone.value).not.toBe('stopped');
    expect(phone.wait(2 * MINUTE)).toEqual([]);
    expect(phone.acts).toEqual(expect.arrayContaining(['cancel-unsent', 'opt-out']));
    expect(phone.value).toBe('stopped');
  });

  it('opts out by silence even if the timer never ran', () => {
    const phone = new Phone().texts('hi', 'leave me alone');
    phone.now += 60 * MINUTE;
    expect(phone.text('hello again')).toEqual([]);
    expect(phone.value).toBe('stopped');
  });

  it.each(['1', 'yes', 'stop'])('"%s" opts out, with the one confirmation', (text) => {
    const phone = new Phone().texts('hi', 'leave me alone');
    expect(phone.text(text)).toEqual(['line.stop-confirmation']);
    expect(phone.value).toBe('stopped');
  });

  it.each(['2', 'no', 'keep on', '2 keep on'])('"%s" goes on where we were', (text) => {
    const phone = new Phone().texts('hi', '2', 'leave me alone');
    expect(phone.text(text)).toEqual(['line.scope-kept', 'welcome.who']);
    expect(phone.context.aside).toBeUndefined();
  });

  it('asks no second time: an unclear answer goes to a person, with no word and no notice', () => {
    const phone = new Phone().texts('hi', 'leave me alone');
    expect(phone.text('i mean it')).toEqual([]);
    expect([phone.value, phone.card?.reasons]).toEqual(['waiting', ['asked-to-end']]);
    expect(phone.wait(10 * MINUTE)).toEqual([]);
    phone.wait(10 * MINUTE);
    expect([phone.value, phone.card?.status]).toEqual(['stopped', 'opted-out']);
  });

  it('is dropped when they ask for a person after all', () => {
    const phone = new Phone().texts('hi', 'leave me alone', 'i want to talk to a person');
    phone.wait(16 * MINUTE);
    expect(phone.value).toBe('waiting');
  });
});
