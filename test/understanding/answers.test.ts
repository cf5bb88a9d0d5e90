import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readChoice } from '../../src/understanding/read-choice.ts';
import { readNumber } from '../../src/understanding/read-number.ts';
import { readYesNo } from '../../src/understanding/read-yes-no.ts';
import { realLists } from './real-lists.ts';

describe('readYesNo', () => {
  it.each([
    ['1', 'yes'],
    ['1️⃣', 'yes'],
    ['2', 'no'],
    ['2.', 'no'],
    ['YES', 'yes'],
    ['yesss', 'yes'],
    ['yep', 'yes'],
    ['yeah im ok', 'yes'],
    ['Si', 'yes'],
    ['sí', 'yes'],
    ['claro que si', 'yes'],
    ['👍', 'yes'],
    ['👍🏽', 'yes'],
    ['no', 'no'],
    ['Nooo', 'no'],
    ['nah', 'no'],
    ['nope not really', 'no'],
    ['no thanks', 'no'],
    ['claro que no', 'no'],
    ['👎', 'no'],
    ['yes no', 'unknown'],
    ['i am', 'yes'],
    ['i am scared', 'unknown'],
    ['i am not', 'no'],
    ['no idea', 'unknown'],
    ['no se', 'unknown'],
    ['3', 'unknown'],
    ['12', 'unknown'],
    ['maybe', 'unknown'],
    ['north', 'unknown'],
    ['', 'unknown'],
  ])('%j is %s in a Spanish and in an English conversation', (text, answer) => {
    expect(readYesNo(text, realLists, 'es')).toBe(answer);
    if (!['Si', 'sí', 'claro que si', 'claro que no'].includes(text))
      expect(readYesNo(text, realLists, 'en')).toBe(answer);
  });

  it.each([
    ['ok', 'en'],
    ['k', 'en'],
    ['OK!', 'es'],
    ['vale', 'es'],
    ['好的', 'zh'],
    ['ладно', 'ru'],
    ['sige po', 'tl'],
    ["d'accord", 'fr'],
  ])('takes %j for a yes where leave is asked for, and for no answer to "are you in danger"', (text, language) => {
    expect(readYesNo(text, realLists, language)).toBe('yes');
    expect(readYesNo(text, realLists, language, 'no')).toBe('unknown');
  });

  it.each(['yes', 'ya', 'yep ok', 'i am', '👍'])('still takes %j for a danger', (text) => {
    expect(readYesNo(text, realLists, 'en', 'no')).toBe('yes');
  });

  it('takes si from a person who texts in English too', () => {
    expect(readYesNo('si', realLists, 'en')).toBe('yes');
  });
});

describe('readChoice', () => {
  const options = [
    { id: 'me', words: ['me', 'myself'] },
    { id: 'friend', words: ['friend', 'someone else'] },
    { id: 'tip', words: ['tip', 'report'] },
  ];

  it.each([
    ['1', 'me'],
    ['#2', 'friend'],
    ['3️⃣', 'tip'],
    ['option 2', 'friend'],
    ['won', 'me'],
    ['too', 'friend'],
    ['two please', 'friend'],
    ['second one', 'friend'],
    ['the 1st', 'me'],
    ['last', 'tip'],
    ['for a friend', 'friend'],
    ['SOMEONE ELSE', 'friend'],
    ['4', 'unknown'],
    ['1 or 2', 'unknown'],
    ['2 men are outside my house now', 'unknown'],
    ['what', 'unknown'],
    ['', 'unknown'],
  ])('%j picks %s', (text, id) => {
    expect(readChoice(text, options, realLists, 'en')).toBe(id);
  });

  it.each([
    ['la primera', 'me'],
    ['dos', 'friend'],
    ['el ultimo', 'tip'],
  ])('%j picks %s in Spanish', (text, id) => {
    expect(readChoice(text, options, realLists, 'es')).toBe(id);
  });

  it.each([
    ['he is at work, i have no way out of here', 'unknown'],
    ['no thats all for today thank you', 'done'],
    ['nothing else i can think of no', 'done'],
    ['no', 'done'],
  ])('takes an everyday word in the middle of a sentence for no pick: %j is %s', (text, id) => {
    const more = [
      { id: 'person', words: ['person'] },
      { id: 'done', words: ['no'] },
    ];
    expect(readChoice(text, more, realLists, 'en')).toBe(id);
  });
});

describe('readNumber', () => {
  it.each([
    ['3', 3],
    ['there are 12 of us', 12],
    ['1,500', 1500],
    ['three of us', 3],
    ['too', 2],
    ['fifteen', 15],
    ['i want to go', undefined],
    ['2 or 3', undefined],
    ['none', 0],
    ['555-0142', undefined],
    ['99999999999', undefined],
    ['', undefined],
  ])('%j is %s', (text, number) => {
    expect(readNumber(text, realLists, 'en')).toBe(number);
  });

  it('reads Spanish words', () => {
    expect(readNumber('somos cuatro', realLists, 'es')).toBe(4);
  });
});

it('no answer makes a reader throw', () => {
  const codes = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(fc.oneof(codes, fc.string({ unit: 'binary' })), (text) => {
      readYesNo(text, realLists, 'es');
      readChoice(text, [{ id: 'a', words: ['a'] }], realLists, 'en');
      readNumber(text, realLists, 'xx');
    }),
    { numRuns: 300 },
  );
});
