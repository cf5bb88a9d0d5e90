import type { CalendarDay } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import type { Flow } from '../flow.ts';
import type { Locales } from '../locales.ts';
import type { Profile } from '../profile.ts';
import type { Source } from '../source.ts';
import type { TranslationMarks } from '../translation-marks.ts';

/** A set that could be read, as every check sees it. */
export interface CheckedSet {
  flows: Flow[];
  profile: Profile;
  profileSource: Source;
  locales: Locales;
  marks: TranslationMarks;
  /** Words that opt a person out when they are the whole text, in small letters. */
  optOutWords: ReadonlySet<string>;
  calendar: readonly CalendarDay[];
  calendarSource: Source | undefined;
  /** As 2026-12-05: what ages is told by it. */
  today: string | undefined;
}

/** One rule: the findings it has about a set. */
export type Check = (set: CheckedSet) => Finding[];
