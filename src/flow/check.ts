import { agedFacts } from './checks/aged-facts.ts';
import { calendar as calendarDays } from './checks/calendar.ts';
import type { Check } from './checks/checked-set.ts';
import { choices } from './checks/choices.ts';
import { deadEnds } from './checks/dead-ends.ts';
import { firstTexts } from './checks/first-texts.ts';
import { links } from './checks/links.ts';
import { placeholders } from './checks/placeholders.ts';
import { readingGrade } from './checks/reading-grade.ts';
import { safeStep } from './checks/safe-step.ts';
import { segments } from './checks/segments.ts';
import { silentLoops } from './checks/silent-loops.ts';
import { targets } from './checks/targets.ts';
import { textsExist } from './checks/texts-exist.ts';
import { translations } from './checks/translations.ts';
import { unreachable } from './checks/unreachable.ts';
import { wayToAPerson } from './checks/way-to-a-person.ts';
import type { Finding } from './finding.ts';
import { readFlows } from './read-flows.ts';
import type { SetFiles } from './set-files.ts';
import { readTranslationMarks } from './translation-marks.ts';

/** Every rule that a set must keep. */
const checks: Record<string, Check> = {
  targets,
  deadEnds,
  unreachable,
  silentLoops,
  wayToAPerson,
  safeStep,
  textsExist,
  translations,
  placeholders,
  segments,
  firstTexts,
  links,
  readingGrade,
  choices,
  agedFacts,
  calendarDays,
};

/**
 * Finds what is wrong in a set, in order of file and line; nothing is wrong when the list is empty. With a file that
 * cannot be read at all only such faults are told: what the rest would say is not to be trusted then.
 *
 * @param optOutWords words that opt a person out when they are the whole text, in small letters, of every language.
 * @param today as 2026-12-05: facts and dates age by it, and without it none does
 */
export function checkSet(files: SetFiles, optOutWords: ReadonlySet<string>, today?: string): Finding[] {
  const { flows, profile, profileSource, locales, calendar, calendarSource, findings, complete } = readFlows(files);
  if (!complete || !profile || !profileSource) return findings.toSorted(byPlace);
  const marks = readTranslationMarks(files);
  const set = { flows, profile, profileSource, locales, marks, optOutWords, calendar, calendarSource, today };
  return [...findings, ...Object.values(checks).flatMap((check) => check(set))].toSorted(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
