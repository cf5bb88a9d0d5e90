import { comingDays } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import { textOf } from '../locales.ts';
import type { Check } from './checked-set.ts';
import { at } from './place.ts';

/** How many dates the line tells at once. */
const TOLD = 3;

/** Every day of the calendar has its words, and enough of them are yet to come. */
export const calendar: Check = ({ calendar: days, calendarSource: source, locales, profile, today }) => {
  if (!source) return [];
  const language = profile.defaultLanguage;
  const wordless = days.flatMap(({ name }, index): Finding[] => {
    if (textOf(locales, language, `calendar.${name}`) !== undefined) return [];
    const message = `there is no text "calendar.${name}"`;
    const hint = `write it in locales/${language}/calendar.json`;
    return [{ ...at(source, ['days', index]), severity: 'error', code: 'missing-text', message, hint }];
  });
  if (!today) return wordless;
  const coming = comingDays(days, today, TOLD).length;
  if (coming >= TOLD) return wordless;
  const message = `${coming} dates are yet to come, and ${TOLD} are told`;
  return [
    ...wordless,
    { ...at(source, ['days']), severity: 'warning', code: 'few-dates', message, hint: 'add dates to come' },
  ];
};
