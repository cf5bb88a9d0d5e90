import { describe, expect, it } from '@jest/globals';
import { createLineMachine } from '../../src/conversation/machine.ts';
import { ASIDES, type ConversationContext, type ConversationState } from '../../src/conversation/state.ts';
import { conversation, MINUTE, Phone, set, T0 } from './phone.ts';

/** Every state in which a conversation can rest, read from the machine itself. */
const { machine, steps } = createLineMachine(set);
const roots = Object.keys(machine.root.states).filter((root) => root !== 'bot');
const resting = [...steps].flatMap(([value, { question }]) => (question ? [value] : []));
const states = [...roots, ...resting];

const card = { since: T0, priority: 'rest', reasons: ['asked-for-a-person'] } as const;

function standing(value: string, more: Partial<ConversationContext> = {}): Phone {
  const phone = new Phone();
  const onDesk = value === 'waiting' || value === 'live';
  const context = {
    language: 'en',
    last: T0,
    ...(onDesk && { card: { ...card, reasons: [...card.reasons] } }),
    ...more,
  };
  phone.state = { set: set.hash, value, context } as ConversationState;
  phone.asked = { at: T0, undelivered: false };
  return phone;
}

it('reads the states from the machine, all of them', () => {
  expect(roots).toEqual(['waiting', 'live', 'quiet', 'stopped']);
  expect(resting.length).toBeGreaterThan(20);
  const flows = Object.values(machine.root.states.bot?.states ?? {}).flatMap((flow) => Object.keys(flow.states));
  expect(steps.size).toBe(flows.length);
});

describe.each(states)('%s', (value) => {
  const talks = value !== 'stopped';

  it('accepts STOP', () => {
    const phone = standing(value);
    phone.text('STOP');
    expect(phone.value).toBe('stopped');
    expect(phone.out).toEqual(talks ? ['line.stop-confirmation'] : []);
  });

  it('accepts HELP', () => {
    expect(standing(value).text('HELP')).toEqual([talks ? 'line.help' : 'line.stopped-help']);
  });

  it('accepts 911', () => {
    const phone = standing(value);
    phone.text('911');
    expect(phone.out[0]).toBe(talks ? 'line.not-911' : 'line.stopped-danger');
    expect(phone.card?.priority).toBe('red');
  });

  it('accepts danger', () => {
    const phone = standing(value);
    phone.text('he has a gun');
    expect(phone.says[0]?.weight).toBe(talks ? 'safety' : 'direct');
    expect([phone.card?.priority, phone.context.danger]).toEqual(['red', 'imminent']);
  });

  it('accepts a switch of language', () => {
    const phone = standing(value);
    phone.text('en español por favor');
    expect(phone.context.language).toBe(talks ? 'es' : 'en');
    if (value.startsWith('bot.')) expect(phone.value).toBe(value);
  });

  it('accepts free text, and stays somewhere that listens', () => {
    const phone = standing(value);
    for (const text of ['the quick brown fox', 'x', '7']) phone.text(text);
    expect(states).toContain(phone.value);
  });

  it('accepts silence', () => {
    const phone = standing(value);
    phone.now = T0;
    expect(phone.wait(16 * MINUTE).filter((key) => !key.startsWith('line.notice'))).toEqual([]);
    expect(conversation.timers(phone.state as ConversationState)).toEqual({});
  });

  it('reaches a person', () => {
    const phone = standing(value);
    phone.text('talk to a person');
    expect(phone.value).toBe(value === 'live' ? 'live' : talks ? 'waiting' : 'stopped');
    expect(phone.card).toBeDefined();
  });

  it.each(ASIDES)('does all that with the line\'s own question "%s" standing', (aside) => {
    const send = (text: string) => {
      const phone = standing(value, { aside });
      phone.text(text);
      return phone;
    };
    expect(send('STOP').value).toBe('stopped');
    expect(send('he has a gun').card?.priority).toBe('red');
    expect(send('talk to a person').card).toBeDefined();
    for (const text of ['1', '2', 'x', '', 'HELP', '911']) expect(states).toContain(send(text).value);
  });
});
