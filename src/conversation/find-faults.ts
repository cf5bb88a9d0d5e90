import { checkSet } from '../flow/check.ts';
import type { Finding } from '../flow/finding.ts';
import { optOutWords } from '../flow/opt-out-words.ts';
import { tellFinding } from '../flow/tell-finding.ts';
import { readSet } from './read-set.ts';

/** All that is wrong with a set: what `checkSet` knows of flows and texts, and what else would keep a line from talking with it. Without `today` (2026-12-05) nothing that ages is told. */
export function findFaults(files: Readonly<Record<string, string>>, today?: string): Finding[] {
  const findings = checkSet(files, optOutWords(files), today);
  const told = new Set(findings.map(tellFinding));
  const read = readSet(files, 'check');
  const more = read.ok ? [] : read.findings.filter((finding) => !told.has(tellFinding(finding)));
  // "unfit" is what is left to say when nothing better is known.
  return [...findings, ...more.filter(({ code }) => code !== 'unfit' || findings.length === 0)];
}
