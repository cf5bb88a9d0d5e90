import { describe, expect, it } from '@jest/globals';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

describe('a wish for no police', () => {
  it.each([
    '可以不报警吗',
    '别报警',
    'sin policia por favor',
    'wag tumawag ng pulis',
    'pas de police svp',
    'dont call 911',
  ])('%j asks for no police, and for nothing else', (text) => {
    const { danger, intent, stopRequest } = readText(text, realLists, 'en');
    expect([danger.level, intent === 'emergency-number', stopRequest]).toEqual(['none', false, false]);
  });
});
