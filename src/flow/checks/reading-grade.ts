import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { at } from './place.ts';
import { readTexts } from './texts-in-use.ts';

/** School grades. Adults in fear read at about the fifth. */
const AIM = 5;
const MOST = 6;

/** Half of this one is in another language. */
const BILINGUAL = 'line.other-language';

/** Names and labels are no sentences: the formula has nothing to count in them. */
const NAMES = new Set(['calendar', 'faq-titles']);

/** No English text is harder to read than grade 6, and grade 5 is the aim. The formula knows no other language. */
export const readingGrade: Check = ({ flows, locales }) =>
  [...readTexts(flows, locales, 'en')].flatMap(({ key, namespace, entry, text }): Finding[] => {
    if (key === BILINGUAL || NAMES.has(namespace)) return [];
    const grade = gradeOf(text);
    const source = locales.en?.[namespace]?.source;
    if (!(grade > AIM) || !source) return [];
    const message = `"${entry}" reads at grade ${grade.toFixed(1)}; the aim is ${AIM}`;
    const severity = grade > MOST ? 'error' : 'warning';
    return [
      { ...at(source, [entry]), severity, code: 'reading-grade', message, hint: 'use shorter words and sentences' },
    ];
  });

/** The Flesch-Kincaid grade of a text. Each numbered option counts as a sentence of its own; numbers are not words. */
export function gradeOf(text: string): number {
  const spoken = text
    .replace(/\{\{.*?\}\}/g, ' it ')
    .replace(/(^|\s)\d(?=\s\p{L})/gu, '. ')
    .replace(/[\d-]{2,}/g, ' ');
  const sentences = spoken.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part));
  const words = spoken.match(/\p{L}[\p{L}']*/gu) ?? [];
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllable(words.join(' ')) });
}
