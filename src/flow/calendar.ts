import { z } from 'zod';
import type { Finding } from './finding.ts';
import { name } from './names.ts';
import { schemaFindings } from './schema-findings.ts';
import type { SetFiles } from './set-files.ts';
import { readSource, type Source } from './source.ts';

const CALENDAR_FILE = 'flows/calendar/days.yaml';

const calendarSchema = z.strictObject({
  days: z.array(
    z.union([
      z.strictObject({ name, date: z.iso.date() }),
      z.strictObject({
        name,
        every: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write month-day, as in 01-11'),
      }),
    ]),
  ),
});

/** A day worth knowing: once (`date`, as 2026-12-05) or each year (`every`, as 01-11). Its words are the text `calendar.<name>`. */
export type CalendarDay = z.infer<typeof calendarSchema>['days'][number];

/** A day to come; `date` as 2026-12-05. */
export interface ComingDay {
  name: string;
  date: string;
}

/** Reads the calendar that operators keep; one that is missing holds no day. */
export function readCalendar(files: SetFiles): { days: CalendarDay[]; source?: Source; findings: Finding[] } {
  const text = files[CALENDAR_FILE];
  if (text === undefined) return { days: [], findings: [] };
  const source = readSource(CALENDAR_FILE, text);
  if (source.findings.length > 0) return { days: [], source, findings: source.findings };
  const parsed = calendarSchema.safeParse(source.data);
  if (parsed.success) return { days: parsed.data.days, source, findings: [] };
  return { days: [], source, findings: schemaFindings(source, [], parsed.error, () => []) };
}

/** The next days from `today` (2026-12-05) on, the nearest first. */
export function comingDays(days: readonly CalendarDay[], today: string, most: number): ComingDay[] {
  const year = Number(today.slice(0, 4));
  return days
    .map((day): ComingDay => {
      if ('date' in day) return day;
      const date = `${year}-${day.every}`;
      return { name: day.name, date: date >= today ? date : `${year + 1}-${day.every}` };
    })
    .filter(({ date }) => date >= today)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, most);
}
