import { describe, expect, it } from '@jest/globals';
import { dangerFeatures } from '../../src/understanding/danger-features.ts';
import { oddsOf, packWeights, readModel } from '../../src/understanding/danger-model.ts';
import { BITS } from '../../src/understanding/feature-place.ts';
import weights from '../../src/understanding/model/danger.json' with { type: 'json' };
import { normalise } from '../../src/understanding/normalise.ts';
import { readText } from '../../src/understanding/read-text.ts';
import { tokenise } from '../../src/understanding/tokens.ts';
import { realLists } from './real-lists.ts';

const featuresOf = (text: string) =>
  dangerFeatures(tokenise(normalise(text).plain), [], realLists.languages.get('en')?.kinds ?? new Map());
/** A model that has learned nothing: it finds every text harmless. */
const blank = readModel({
  bits: BITS,
  bias: [-9, -9],
  scale: 1,
  thresholds: { imminent: 0.5, danger: 0.5, unsure: 0.3 },
  weights: packWeights({ crisis: new Int8Array(1 << BITS), imminent: new Int8Array(1 << BITS) }),
});

describe('the model beside the lists', () => {
  it('adds up its odds to one', () => {
    const { none, crisis, imminent } = oddsOf(readModel(weights as never), featuresOf('he locked me in the room'));
    expect(none + crisis + imminent).toBeCloseTo(1);
    expect(imminent).toBeGreaterThan(none);
  });

  it('keeps its weights when they are packed and read again', () => {
    const crisis = new Int8Array(1 << BITS);
    const imminent = new Int8Array(1 << BITS);
    for (const [place, towards, now] of [
      [0, -1, 0],
      [7, 127, -127],
      [8, 0, 3],
      [(1 << BITS) - 1, -128, 5],
    ] as const) {
      crisis[place] = towards;
      imminent[place] = now;
    }
    const read = readModel({ ...weights, weights: packWeights({ crisis, imminent }) } as never);
    expect(read.crisis.every((weight, place) => weight === crisis[place])).toBe(true);
    expect(read.imminent.every((weight, place) => weight === imminent[place])).toBe(true);
  });

  it('refuses weights that were made for other features', () => {
    expect(() => readModel({ ...weights, bits: BITS - 1 } as never)).toThrow('npm run train');
    expect(() => readModel({ ...weights, weights: weights.weights.slice(0, -400) } as never)).toThrow('npm run train');
  });

  it('hears what no listed phrase names, and says which listed words weighed most', () => {
    const text = 'he screwed the windows shut and put a padlock on the outside';
    expect(readText(text, realLists, 'en', blank).danger.level).toBe('none');
    const { level, words } = readText(text, realLists, 'en').danger;
    expect(level).toBe('imminent');
    expect(words.join()).toMatch(/weighed: .+/u);
  });

  it('is not asked about numbers and little pictures, nor about "he is back" alone', () => {
    const afraid = { ...blank, bias: [-9, 9] as const };
    expect(readText('the bus was late', realLists, 'en', afraid).danger.level).toBe('imminent');
    for (const text of ['4', '🙏', 'he is back']) {
      expect([text, readText(text, realLists, 'en', afraid).danger.level]).toEqual([text, 'none']);
    }
  });

  it('is overruled by a certain rule of the lists', () => {
    expect(readText('he has a gun', realLists, 'en', blank).danger.level).toBe('imminent');
  });

  it('finds one sentence of danger in a long story', () => {
    const story = 'We drove to the lake and had lunch with my aunt and it was sunny. '.repeat(12);
    expect(readText(story, realLists, 'en').danger.level).toBe('none');
    expect(readText(`${story}He is choking me right now help. ${story}`, realLists, 'en').danger.level).toBe(
      'imminent',
    );
  });

  it('looks at no more than grows with the text', () => {
    const size = (times: number) => featuresOf('abc def ghi '.repeat(times)).places.length;
    expect(size(1000)).toBe(size(100));
  });
});
