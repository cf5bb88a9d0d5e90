import { describe, expect, it } from '@jest/globals';
import { gradeOf } from '../../src/flow/checks/reading-grade.ts';

describe('gradeOf', () => {
  it.each([
    ['short and plain', 'Are you safe? We can talk.', 2],
    [
      'options one by one, not as one long sentence',
      'What now? 1 me 2 my friend 3 just to know 4 talk to us 5 no more',
      2,
    ],
    ['without its phone number', 'To talk, call 888-373-7888.', 2],
    ['without its placeholders', 'To talk, call {{phone}}.', 2],
  ])('counts a text %s', (_, text, most) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(most);
  });

  it('counts long words and long sentences', () => {
    const text = 'Notwithstanding confidentiality considerations, authorities may occasionally require notification.';
    expect(gradeOf(text)).toBeGreaterThan(12);
  });
});
