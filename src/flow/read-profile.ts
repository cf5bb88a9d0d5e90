import type { Finding } from './finding.ts';
import { type Profile, profileSchema } from './profile.ts';
import { schemaFindings } from './schema-findings.ts';
import { readSource, type Source } from './source.ts';

export const PROFILE_FILE = 'flows/profile.yaml';

/** Reads flows/profile.yaml. With an error among the findings there is no profile. */
export function readProfile(text: string | undefined): { profile?: Profile; source?: Source; findings: Finding[] } {
  if (text === undefined) {
    const message = 'the profile of the line is missing';
    const place = { file: PROFILE_FILE, line: 1, column: 1 };
    return { findings: [{ ...place, severity: 'error', code: 'no-profile', message, hint: `write ${PROFILE_FILE}` }] };
  }
  const source = readSource(PROFILE_FILE, text);
  if (source.findings.length > 0) return { source, findings: source.findings };
  const parsed = profileSchema.safeParse(source.data);
  if (parsed.success) return { profile: parsed.data, source, findings: [] };
  const known = (path: readonly PropertyKey[]) => (path.length === 0 ? Object.keys(profileSchema.shape) : []);
  return { source, findings: schemaFindings(source, [], parsed.error, known) };
}
