import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composeTexts, type Saying, segments } from '../../src/hotline/compose-texts.ts';

const say = (body: string, over: Partial<Saying> = {}): Saying => ({
  ...{ key: `line.${body}`, body, weight: 'ordinary', question: false },
  ...over,
});

const weights = ['safety', 'stop-confirmation', 'direct', 'notice', 'ordinary', 'advocate'] as const;
const anySaying = fc
  .record({
    body: fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
    weight: fc.constantFrom(...weights),
    question: fc.boolean(),
  })
  .map((saying) => ({ ...saying, key: 'line.any' }));

describe('composeTexts', () => {
  it('joins what fits two segments, under the first key and the strongest weight', () => {
    const joined = composeTexts([
      say('one'),
      say('two', { weight: 'safety' }),
      say('three', { question: true, weight: 'notice' }),
    ]);
    expect(joined).toEqual([say('one\ntwo\nthree', { key: 'line.one', weight: 'safety', question: true })]);
  });

  it.each([
    [['notice', 'ordinary'], 'ordinary'],
    [['ordinary', 'direct'], 'direct'],
    [['direct', 'safety'], 'safety'],
  ] as const)('gives %s together the weight %s', ([one, other], weight) => {
    expect(composeTexts([say('a', { weight: one }), say('b', { weight: other })])).toMatchObject([{ weight }]);
    expect(composeTexts([say('a', { weight: other }), say('b', { weight: one })])).toMatchObject([{ weight }]);
  });

  it.each(['stop-confirmation', 'advocate'] as const)('leaves a text of weight %s alone', (weight) => {
    const three = [say('one'), say('two', { weight }), say('three')];
    expect(composeTexts(three)).toEqual(three);
  });

  it('begins another text where the next saying would make a third segment', () => {
    const [full, more] = ['x'.repeat(306), 'y'];
    expect(composeTexts([say(full), say(more)])).toEqual([say(full), say(more)]);
    expect(composeTexts([say('x'.repeat(304)), say(more)])).toHaveLength(1);
    expect(composeTexts([say('x'.repeat(200)), say('и')])).toHaveLength(2);
  });

  it('changes none of what it is given', () => {
    const given = [say('one'), say('two')];
    composeTexts(given);
    expect(given).toEqual([say('one'), say('two')]);
  });

  it('loses no word and no order, and makes no text of three segments out of shorter ones', () => {
    fc.assert(
      fc.property(fc.array(anySaying, { maxLength: 6 }), (sayings) => {
        const texts = composeTexts(sayings);
        expect(texts.map(({ body }) => body).join('\n')).toBe(sayings.map(({ body }) => body).join('\n'));
        for (const { body } of texts) {
          if (segments(body) > 2) expect(sayings.map((saying) => saying.body)).toContain(body);
        }
      }),
    );
  });
});

describe('segments', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(307), 3],
    ['и'.repeat(70), 1],
    ['и'.repeat(71), 2],
    ['[]'.repeat(40), 1],
    ['[]'.repeat(41), 2],
  ])('of %s are %i', (body, count) => {
    expect(segments(body)).toBe(count);
  });
});
