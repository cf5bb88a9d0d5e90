import { describe, expect, it } from '@jest/globals';
import { readFlows } from '../../src/flow/read-flows.ts';
import { markOf, markTranslated, readTranslationMarks } from '../../src/flow/translation-marks.ts';
import { planted, smallSet } from './small-set.ts';

const languages = { from: 'en', to: 'es' };

describe('markTranslated', () => {
  const { locales } = readFlows(smallSet);

  it('marks every text with its original, in the order of the alphabet', () => {
    const marks = markTranslated(locales, {}, languages, []);
    expect(marks).toEqual(readTranslationMarks(smallSet).es);
    expect(Object.keys(marks)).toEqual(Object.keys(marks).toSorted());
  });

  it('marks one text and leaves the others as they were', () => {
    const before = { es: { 'tip.bye': 'old', 'tip.gone': 'old' } };
    expect(markTranslated(locales, before, languages, ['tip.where'])).toEqual({
      'tip.bye': 'old',
      'tip.where': markOf('Where was it?'),
    });
  });
});

describe('readTranslationMarks', () => {
  it('reads nothing from a broken file', () => {
    expect(readTranslationMarks(planted({ 'locales/es/_translated-from.json': '{' }))).toEqual({});
  });
});

describe('markOf', () => {
  it('follows FNV-1a, and tells a text from its rewording', () => {
    expect(markOf('')).toBe('811c9dc5');
    expect(markOf('foobar')).toBe('bf9cf968');
    expect(markOf('Where was it?')).not.toBe(markOf('Where is it?'));
  });
});
