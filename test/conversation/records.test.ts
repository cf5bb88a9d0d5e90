import { expect, it } from '@jest/globals';
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
