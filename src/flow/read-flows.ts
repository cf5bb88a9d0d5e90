import { type CalendarDay, readCalendar } from './calendar.ts';
import type { Finding } from './finding.ts';
import type { Flow } from './flow.ts';
import { type Locales, readLocales } from './locales.ts';
import type { Profile } from './profile.ts';
import { readFlow } from './read-flow.ts';
import { PROFILE_FILE, readProfile } from './read-profile.ts';
import type { SetFiles } from './set-files.ts';
import type { Source } from './source.ts';

/** What a set of files says, as far as it could be read; `findings` tells what could not. */
export interface ReadFlows {
  flows: Flow[];
  /** Undefined when it is missing or broken. */
  profile?: Profile;
  profileSource?: Source;
  locales: Locales;
  calendar: CalendarDay[];
  calendarSource?: Source;
  findings: Finding[];
  /** False when a file is missing here because it could not be read at all. */
  complete: boolean;
}

/** Reads flows/*.yaml, flows/profile.yaml and locales/ of a set. Never throws for any text. */
export function readFlows(files: SetFiles): ReadFlows {
  const flows: Flow[] = [];
  const findings: Finding[] = [];
  let complete = true;
  for (const [file, text] of Object.entries(files)) {
    const [, base] = /^flows\/([^/]+)\.ya?ml$/.exec(file) ?? [];
    if (!base || file === PROFILE_FILE) continue;
    const read = readFlow(file, text);
    findings.push(...read.findings);
    complete &&= read.flow !== undefined;
    if (!read.flow) continue;
    if (read.flow.name !== base) findings.push(misnamed(read.flow, base));
    if (!flows.some((flow) => flow.name === read.flow?.name)) flows.push(read.flow);
  }
  if (flows.length === 0 && findings.length === 0) {
    findings.push({
      file: 'flows',
      line: 1,
      column: 1,
      severity: 'error',
      code: 'no-flows',
      message: 'there is no flow',
    });
  }
  const profile = readProfile(files[PROFILE_FILE]);
  const locales = readLocales(files);
  const calendar = readCalendar(files);
  return {
    flows,
    ...(profile.profile && { profile: profile.profile }),
    ...(profile.source && { profileSource: profile.source }),
    locales: locales.locales,
    calendar: calendar.days,
    ...(calendar.source && { calendarSource: calendar.source }),
    findings: [...findings, ...profile.findings, ...locales.findings, ...calendar.findings],
    complete: complete && flows.length > 0 && profile.profile !== undefined && locales.findings.length === 0,
  };
}

function misnamed(flow: Flow, base: string): Finding {
  const message = `the flow is named "${flow.name}" and its file "${base}"`;
  const place = { file: flow.source.file, ...flow.source.at(['flow']) };
  return { ...place, severity: 'error', code: 'misnamed-flow', message, hint: `write "flow: ${base}"` };
}
