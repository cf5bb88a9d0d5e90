import { describe, expect, it } from '@jest/globals';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { Phone, set, T0 } from './phone.ts';

const next = createConversation({
  ...set,
  hash: 'set-2',
  profile: { ...set.profile, moves: { 'old.question': 'tip.where', 'old.gone': 'nowhere.at-all' } },
});

function resume(state: unknown, text = '1'): Phone {
  const phone = new Phone(next);
  phone.state = state as ConversationState;
  phone.now = T0 + 60_000;
  phone.asked = { at: T0, undelivered: false };
  phone.text(text);
  return phone;
}

const at = (value: string, context: object = {}, hash = 'set-1') => ({
  set: hash,
  value,
  context: { language: 'es', last: T0, ...context },
});

describe('a state from another set', () => {
  it('moves by a declared mapping', () => {
    const phone = resume(at('bot.old.question'), 'Fresno');
    expect(phone.value).toBe('bot.tip.when');
    expect(phone.state?.set).toBe('set-2');
  });

  it.each([
    ['a step that is gone', at('bot.old.unmapped')],
    ['a mapping to nowhere', at('bot.old.gone')],
    ['a step of the same name, which may mean something else', at('bot.welcome.who')],
    ['an unknown step of this very set', at('bot.no.where', {}, 'set-2')],
    ['a value of no shape at all', at('toString')],
    [
      'a context with unknown fields',
      { ...at('bot.welcome.who', {}, 'set-2'), context: { language: 'es', strange: 1 } },
    ],
    ['no context', { set: 'set-2', value: 'bot.welcome.who' }],
  ])('goes to the safe step from %s: it says something and offers a person', (_, state) => {
    const phone = resume(state);
    expect(phone.out).toEqual(['line.safe']);
    expect(phone.value).toBe('bot.menu.safe');
    expect(phone.text('2')).toEqual(['line.person-coming']);
  });

  it('keeps danger, language and card on the way', () => {
    const card = { since: T0, priority: 'red', reasons: ['danger-now'] };
    const phone = resume(at('bot.old.unmapped', { danger: 'imminent', card, answers: { what: 'x' } }));
    expect(phone.context).toMatchObject({ danger: 'imminent', language: 'es', card });
    expect(phone.context.answers).toBeUndefined();
  });

  it('keeps what can be read of a broken context', () => {
    const card = { since: T0, priority: 'red', reasons: [] };
    const phone = resume({ ...at('waiting', { danger: 'imminent', card, misses: 'many' }) });
    expect([phone.value, phone.context.danger, phone.card?.priority, phone.context.language]).toEqual([
      'waiting',
      'imminent',
      'red',
      'es',
    ]);
  });

  it('keeps the root states as they are', () => {
    for (const value of ['waiting', 'live', 'stopped']) expect(resume(at(value), 'hello').value).toBe(value);
    expect(resume(at('waiting', { danger: 'imminent' }), 'hello').card).toMatchObject({
      priority: 'red',
      reasons: ['recovered'],
    });
  });

  it('hears a person, an opt-out and danger before anything else', () => {
    expect(resume(at('bot.old.unmapped'), 'talk to a person').value).toBe('waiting');
    expect(resume(at('bot.old.unmapped'), 'stop').value).toBe('stopped');
    expect(resume(at('bot.old.unmapped'), 'he has a gun').value).toBe('bot.crisis.safe');
  });

  it('says nothing until they write', () => {
    const phone = new Phone(next);
    phone.state = at('bot.old.unmapped') as ConversationState;
    phone.now = T0 + 60_000;
    expect(phone.turn([{ kind: 'delivery', key: 'welcome.first', outcome: 'undelivered', safety: false }])).toEqual([]);
    expect(phone.text('hello')).toEqual(['line.safe']);
  });
});

describe('a state', () => {
  it('survives JSON, and is small in an ordinary talk', () => {
    const phone = new Phone().texts('hi', '2', '1', '1', '2', '1');
    const json = JSON.stringify(phone.state);
    expect(JSON.parse(json)).toEqual(phone.state);
    expect(json.length).toBeLessThan(350);
  });

  it('is not changed by the turn that reads it', () => {
    const phone = new Phone().texts('hi', '2');
    const before = structuredClone(phone.state);
    const { state } = phone;
    phone.text('1');
    expect(state).toEqual(before);
  });
});
