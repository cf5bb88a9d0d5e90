import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

interface Choice {
  choose?: string;
  on?: Record<string, string | string[]>;
}

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** They name a danger themselves. */
const GRAVE = ['menu.need-runaway', 'menu.need-suicide'];

/** Keys of all choices but those that lead to help: "held", said in answer to "what is wrong?", may well raise the alarm. */
const choices = readdirSync(new URL('flows/', root))
  .filter((file) => file.endsWith('.yaml') && file !== 'profile.yaml')
  .flatMap((file) => Object.values((parse(read(`flows/${file}`)) as { steps?: Record<string, Choice> }).steps ?? {}))
  .flatMap(({ choose, on = {} }) =>
    Object.entries(on).flatMap(([id, to]) =>
      choose === undefined || String(to).startsWith('crisis.') ? [] : [`${choose}-${id}`],
    ),
  )
  .filter((key) => !GRAVE.includes(key));

/** What the model alone suspects of a short answer is passed over by the conversation: here the lists are held to account. */
function isMisread(word: string, language: string): boolean {
  const { danger, keyword, stopRequest } = readText(word, realLists, language);
  const listed = danger.level !== 'none' && danger.words.some((words) => !words.startsWith('weighed:'));
  return listed || keyword === 'stop' || stopRequest;
}

function wordsOf(language: string): string[] {
  return choices.flatMap((key) => {
    const [namespace = '', entry = ''] = key.split('.');
    const texts = JSON.parse(read(`locales/${language}/${namespace}.json`)) as Record<string, string>;
    return (texts[entry] ?? '').split(/[,،、，]/u).map((word) => word.trim());
  });
}

describe.each([...realLists.languages.keys()])('an accepted answer in %s', (language) => {
  const words = [...new Set(wordsOf(language))].filter((word) => word !== '');

  it('is no danger and ends no texts', () => {
    expect(words.length).toBeGreaterThan(60);
    const misread = words.filter((word) => isMisread(word, language));
    expect(misread).toEqual([]);
  });

  it('is no danger when it is a yes, a no, a number or a number word', () => {
    const { yes, no, numbers, ordinals } = realLists.languages.get(language)?.words ?? {};
    const whole = [...(yes?.alone ?? []), ...(no?.alone ?? []), ...Object.values({ ...numbers, ...ordinals }).flat()];
    const plain = whole.filter((phrase) => !/[()<>*.|]/u.test(phrase));
    expect(plain.length).toBeGreaterThan(0);
    const misread = plain.filter((word) => isMisread(word, language));
    expect(misread).toEqual([]);
  });
});
