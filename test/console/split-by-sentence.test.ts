import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitBySentence } from '../../src/console/work/split-by-sentence.ts';

describe('splitBySentence', () => {
  it('cuts at the ends of sentences', () => {
    expect(splitBySentence('One is here. Two is there. Three.', 27)).toEqual(['One is here. Two is there.', 'Three.']);
  });

  it('cuts between words where a sentence is too long, and inside a word only where it must', () => {
    expect(splitBySentence('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(splitBySentence('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('keeps every part within the limit, loses nothing but white space, and breaks no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 12, max: 60 }), (text, max) => {
        const parts = splitBySentence(text, max);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) expect(part.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});
