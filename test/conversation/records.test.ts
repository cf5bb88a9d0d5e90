import { describe, expect, it } from '@jest/globals';
import { Phone } from './phone.ts';

const tip = (...last: string[]) =>
  new Phone().texts('hi', '2', '2', '2', 'a house on 5th', 'Fresno', '2', '2', ...last);

it('writes down a tip as far as it was agreed, with a receipt code', () => {
  const phone = tip('2');
  expect(phone.effects[0]).toEqual({
    type: 'record',
    kind: 'tip',
    answers: { about: 'someone', danger: 'no', minor: 'no', place: 'Fresno', what: 'a house on 5th', when: 'days' },
    consent: 'share-tip',
    language: 'en',
    urgency: 'rest',
    code: 'CODE-1',
  });
  expect(phone.says.map(({ key, values }) => [key, values])).toEqual([
    ['tip.receipt', { code: 'CODE-1' }],
    ['menu.more', undefined],
  ]);
});

it('lets the answers go at the next question, so that nothing of one tip slips into the next', () => {
  const phone = tip('3', 'Ana 555');
  expect(phone.acts).toContain('record');
  expect(phone.context.answers).toBeUndefined();
});

describe('with the code of a report', () => {
  const known = () => {
    const phone = new Phone().texts('hi', '2');
    phone.text({ text: 'my code is [code]', receipt: { status: 'received', record: 'record-1' } });
    return phone;
  };

  it('adds to that report, and changes what may be shared of it', () => {
    expect(known().texts('1', 'the van is white').effects[0]).toMatchObject({
      ...{ type: 'record', kind: 'addition', of: 'record-1', consent: 'none' },
      answers: { added: 'the van is white' },
    });
    const [changed] = known().texts('2', '3', 'Ana 555').effects;
    expect(changed).toMatchObject({ kind: 'consent', of: 'record-1', consent: 'share-contact' });
    expect(Object.keys((changed as { answers: object }).answers)).toEqual(['contact']);
  });

  it('begins a report of its own when another is made', () => {
    const phone = known().texts('menu', '2', '1', 'a shop', 'Reno', '2', '2', '2');
    expect(phone.effects[0]).toMatchObject({ kind: 'tip', answers: { what: 'a shop' } });
    expect(phone.effects[0]).not.toHaveProperty('of');
    expect(phone.effects[0]).not.toHaveProperty('answers.record-id');
  });
});
