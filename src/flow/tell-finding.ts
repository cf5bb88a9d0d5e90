import type { Finding } from './finding.ts';

/** A finding on one line, as compilers write them, so that editors jump to it: file:line:column severity code message. */
export function tellFinding(finding: Finding): string {
  const { file, line, column, severity, code, message, hint } = finding;
  return `${file}:${line}:${column} ${severity} ${code}: ${message}${hint ? ` (${hint})` : ''}`;
}
