import { describe, expect, it } from '@jest/globals';
import { readText } from '../../src/understanding/read-text.ts';
import type { Labelled } from './labelled.ts';
import { labelled } from './labelled.ts';
import { realLists } from './real-lists.ts';

const crisis = labelled('crisis');
/** One text in three is never learned from: only these figures tell how unknown texts fare. */
const keptBack = ({ id }: Labelled) => [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 3 === 0;

interface Figures {
  imminentRecall: number;
  imminentPrecision: number;
  dangerRecall: number;
  falseAlarms: number;
}

function measure(texts: readonly Labelled[]): Figures {
  const read = texts.map(({ text, label }) => ({ label, level: readText(text, realLists, 'en').danger.level }));
  const share = (of: typeof read, hit: (one: (typeof read)[number]) => boolean) => of.filter(hit).length / of.length;
  return {
    imminentRecall: share(
      read.filter(({ label }) => label === 'imminent'),
      ({ level }) => level === 'imminent',
    ),
    imminentPrecision: share(
      read.filter(({ level }) => level === 'imminent'),
      ({ label }) => label === 'imminent',
    ),
    dangerRecall: share(
      read.filter(({ label }) => label !== 'none'),
      ({ level }) => level !== 'none',
    ),
    falseAlarms: share(
      read.filter(({ label }) => label === 'none'),
      ({ level }) => level !== 'none',
    ),
  };
}

describe('danger in eleven languages', () => {
  it.each([
    ['texts that were learned from', false, 0.98, 0.97, 0.98, 0.02],
    ['texts kept back', true, 0.95, 0.85, 0.95, 0.04],
  ])('%s', (_name, back, imminentRecall, imminentPrecision, dangerRecall, falseAlarms) => {
    const texts = crisis.filter((text) => keptBack(text) === back);
    expect(texts.length).toBeGreaterThan(100);
    const figures = measure(texts);
    expect(figures.imminentRecall).toBeGreaterThanOrEqual(imminentRecall);
    expect(figures.imminentPrecision).toBeGreaterThanOrEqual(imminentPrecision);
    expect(figures.dangerRecall).toBeGreaterThanOrEqual(dangerRecall);
    expect(figures.falseAlarms).toBeLessThanOrEqual(falseAlarms);
  });

  it('holds no labelled text word for word', () => {
    const listed = new Set(
      [...realLists.languages.values()].flatMap(
        ({ danger }) => danger?.rules.flatMap(({ phrases, alone }) => [...phrases, ...alone]) ?? [],
      ),
    );
    expect(listed.size).toBeGreaterThan(300);
    // Up to three words are anybody's words: "help me please".
    const copied = crisis.filter(
      ({ text, label }) => label !== 'none' && text.split(/\s+/u).length > 3 && listed.has(text.toLowerCase()),
    );
    expect(copied.map(({ id }) => id)).toEqual([]);
  });

  it('tells the languages apart in texts of four words or more', () => {
    const long = crisis.filter(({ text }) => text.trim().split(/\s+/u).length >= 4);
    const right = long.filter(({ text, lang }) => readText(text, realLists, 'en').language === lang);
    expect(right.length / long.length).toBeGreaterThanOrEqual(0.98);
  });
});

describe('opting out', () => {
  const texts = labelled('optout').map(({ text, action, id }) => {
    const { keyword, stopRequest, danger } = readText(text, realLists, 'en');
    const got =
      keyword === 'stop' || stopRequest ? 'stop' : keyword === 'help' || keyword === 'start' ? keyword : 'none';
    return { id, action, got, level: danger.level };
  });

  it('is understood', () => {
    expect(texts.length).toBeGreaterThan(150);
    const wrong = texts.filter(({ action, got }) => action !== got);
    expect(wrong.length).toBeLessThanOrEqual(2);
  });

  it('is never read into a text that does not ask for it', () => {
    expect(texts.filter(({ action, got }) => action === 'none' && got === 'stop')).toEqual([]);
  });

  it('is never read into a cry for help', () => {
    const cries = crisis.filter(({ label }) => label !== 'none');
    expect(cries.length).toBeGreaterThan(150);
    const silenced = cries.filter(({ text }) => {
      const { keyword, stopRequest, foldedStop } = readText(text, realLists, 'es');
      return keyword === 'stop' || stopRequest || foldedStop;
    });
    expect(silenced.map(({ id }) => id)).toEqual([]);
  });
});
