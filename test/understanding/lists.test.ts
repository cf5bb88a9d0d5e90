import { describe, expect, it } from '@jest/globals';
import { compileLists } from '../../src/understanding/compile-lists.ts';
import { DangerListSchema, WordListSchema } from '../../src/understanding/lists.ts';
import { normalise } from '../../src/understanding/normalise.ts';
import type { Groups } from '../../src/understanding/phrase.ts';
import { PhraseError, parsePhrase } from '../../src/understanding/phrase.ts';
import { PhraseMatcher } from '../../src/understanding/phrase-matcher.ts';
import { readText } from '../../src/understanding/read-text.ts';
import { tokenise } from '../../src/understanding/tokens.ts';
import { realLists } from './real-lists.ts';

const groups: Groups = { weapon: ['gun', 'kitchen knife'], armed: ['has a <weapon>'] };

function finds(phrase: string, text: string, stops: string[] = ['not']): boolean {
  const matcher = new PhraseMatcher([{ parts: parsePhrase(phrase, groups), label: phrase }], new Set(stops));
  return matcher.find(tokenise(normalise(text).plain)).length > 0;
}

describe('the notation of the lists', () => {
  it.each([
    ['he has a gun', 'I think he has a gun now', true],
    ['he has a gun', 'he has gun', false],
    ['(he|she) has', 'She HAS', true],
    ['has (a|the)? gun', 'has gun', true],
    ['has (a|the)? gun', 'has the gun', true],
    ['strangl*', 'strangling', true],
    ['strangl*', 'strange', false],
    ['he <armed>', 'he has a kitchen knife', true],
    ['he ... gun', 'he pulled out his big gun', true],
    ['he ... gun', 'he one two three four five gun', false],
    ['he ... gun', 'he does not have a gun', false],
    ['he ... gun', 'he left. The gun is here', false],
    ['niña', 'NINA', true],
    ['他有枪', '救命,他有枪啊', true],
    ['can not (go|leave) <weapon>?', 'can not leave', true],
  ])('%j in %j: %s', (phrase, text, found) => {
    expect(finds(phrase, text)).toBe(found);
  });

  it.each([
    ['(he|she has', 'a ( without its )'],
    ['he) has', 'a ) without its ('],
    ['he|she', 'inside brackets'],
    ['<wepon>', 'no group <wepon>'],
    ['... gun', 'not at an end'],
    ['', 'no words'],
  ])('%j cannot be read: %s', (phrase, reason) => {
    expect(() => parsePhrase(phrase, groups)).toThrow(PhraseError);
    expect(() => parsePhrase(phrase, groups)).toThrow(reason);
  });

  it('refuses a group that holds itself', () => {
    expect(() => parsePhrase('<a>', { a: ['x <b>'], b: ['y <a>'] })).toThrow('holds itself');
  });
});

describe('lists of several languages', () => {
  const vietnamese = WordListSchema.parse({ language: 'vi', 'stop-words': ['dừng'], yes: { begins: ['đúng'] } });
  const english = WordListSchema.parse({ language: 'en' });
  const lists = compileLists({ words: [english, vietnamese], danger: [] });

  it('asks when an opt-out word fits only without its accents', () => {
    expect(readText('dừng', lists, 'vi')).toMatchObject({ keyword: 'stop', foldedStop: false });
    for (const text of ['dung', 'đúng']) {
      for (const language of ['vi', 'en']) {
        expect(readText(text, lists, language)).toMatchObject({
          keyword: undefined,
          stopRequest: false,
          foldedStop: true,
        });
      }
    }
    expect(readText('dừng', lists, 'en')).toMatchObject({ keyword: undefined, stopRequest: true });
  });

  it('refuses two lists of one language, and a danger list without words', () => {
    expect(() => compileLists({ words: [english, english], danger: [] })).toThrow('two word lists');
    const danger = DangerListSchema.parse({
      language: 'fr',
      rules: [{ id: 'x', level: 'crisis', phrases: ['aidez moi'] }],
    });
    expect(() => compileLists({ words: [english], danger: [danger] })).toThrow('without a word list');
  });

  it('names what an operator mistyped', () => {
    expect(DangerListSchema.safeParse({ language: 'en', rules: [{ id: 'x', level: 'urgent' }] }).success).toBe(false);
    expect(WordListSchema.safeParse({ language: 'en', stopwords: ['stop'] }).success).toBe(false);
  });
});

it('every rule that is named in "together" exists', () => {
  for (const { danger } of realLists.languages.values()) {
    const ids = new Set(danger?.rules.map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(10);
    for (const { all } of danger?.together ?? []) for (const id of all) expect(ids).toContain(id);
  }
});
