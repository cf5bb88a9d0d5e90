import { describe, expect, it } from '@jest/globals';
import { answerFinder } from '../../src/conversation/find-answer.ts';
import { set } from './phone.ts';

const find = answerFinder(set.locales);

describe('approved answers', () => {
  it.each(['en', 'es'])('answers every listed way of asking, in %s', (language) => {
    const listed = Object.entries(set.locales[language]?.['faq-questions']?.texts ?? {});
    expect(listed.length).toBeGreaterThan(0);
    for (const [entry, phrases] of listed) {
      for (const phrase of phrases.split('|'))
        expect([phrase, find(phrase, language)]).toEqual([phrase, `faq.${entry}`]);
    }
  });

  it.each([
    ['will u tell the police', 'faq.confidentiality'],
    ['is this confidential?', 'faq.confidentiality'],
    ['are you open at night', 'faq.hours'],
    ['can my friend text', 'faq.who-can-call'],
  ])('answers "%s"', (question, key) => expect(find(question, 'en')).toBe(key));

  it.each([
    '',
    'pizza',
    'i need a lawyer',
    'do you have shelters',
    'can you',
    'is it',
    'how much money do you make',
    '*)(~^',
  ])('does not guess at "%s"', (question) => expect(find(question, 'en')).toBeUndefined());

  it('has none in a language without answers', () => {
    expect(find('is this private', 'vi')).toBeUndefined();
  });
});
