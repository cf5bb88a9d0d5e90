import { describe, expect, it } from '@jest/globals';
import { createWords } from '../../../src/adapters/i18next/create-words.ts';

const texts = {
  en: {
    tip: { where: 'Where was it?', receipt: 'Your code is {{code}}.', call: 'Call {{phone}}.', only: 'Only here.' },
    wait: { minutes_one: '{{count}} minute', minutes_other: '{{count}} minutes' },
  },
  es: {
    tip: { where: '¿En qué lugar fue?' },
    wait: { minutes_one: '{{count}} minuto', minutes_other: '{{count}} minutos' },
  },
  ru: { wait: { minutes_one: '{{count}} минута', minutes_few: '{{count}} минуты', minutes_many: '{{count}} минут' } },
};
const words = createWords(texts, { defaultLanguage: 'en', standing: { phone: '555-0100' } });

describe('createWords', () => {
  const cases: [string, string, string, Record<string, string | number>, string][] = [
    ['reads a key as namespace and entry', 'es', 'tip.where', {}, '¿En qué lugar fue?'],
    ['falls back where a language lacks a text', 'es', 'tip.only', {}, 'Only here.'],
    ['falls back where a language is not there at all', 'ko', 'tip.where', {}, 'Where was it?'],
    ['fills a placeholder', 'en', 'tip.receipt', { code: 'ABC' }, 'Your code is ABC.'],
    ['escapes nothing', 'en', 'tip.receipt', { code: `<b>&"'` }, `Your code is <b>&"'.`],
    ['knows the standing values', 'en', 'tip.call', {}, 'Call 555-0100.'],
    ['takes a value over a standing one', 'en', 'tip.call', { phone: '555-0199' }, 'Call 555-0199.'],
    ['never reads a placeholder inside a value', 'en', 'tip.receipt', { code: '{{phone}}' }, 'Your code is {{phone}}.'],
    ['never reads a reference inside a value', 'en', 'tip.receipt', { code: '$t(only)' }, 'Your code is $t(only).'],
    ['counts one', 'en', 'wait.minutes', { count: 1 }, '1 minute'],
    ['counts many', 'es', 'wait.minutes', { count: 3 }, '3 minutos'],
    ['counts by the rules of the language', 'ru', 'wait.minutes', { count: 3 }, '3 минуты'],
  ];
  it.each(cases)('%s', (_, language, key, values, text) => {
    expect(words.render(language, key, values)).toBe(text);
  });

  it.each(['tip.nothing', 'nowhere.where', 'where', ''])('throws for the unknown key "%s"', (key) => {
    expect(() => words.render('en', key)).toThrow(TypeError);
  });
});
