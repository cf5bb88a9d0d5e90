import type { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';
import type { Finding } from './finding.ts';
import type { Path, Source } from './source.ts';

/** Turns zod's issues into findings at their place in the text; `known` lists the keys that may stand at a path. */
export function schemaFindings(
  source: Source,
  base: Path,
  error: z.ZodError,
  known: (path: Path) => readonly string[],
): Finding[] {
  return error.issues.flatMap((issue): Finding[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const keys = known(issue.path);
      const list = keys.length > 0 ? `known here: ${keys.join(', ')}` : undefined;
      return issue.keys.map((key) => ({
        file: source.file,
        ...source.atKey([...path, key]),
        severity: 'error',
        code: 'unknown-key',
        message: `"${key}" is not known here`,
        hint: didYouMean(key, keys) ?? list,
      }));
    }
    const missing = source.document.getIn(path, true) === undefined;
    const last = String(path.at(-1) ?? '');
    return [
      {
        file: source.file,
        ...(issue.code === 'invalid_key' ? source.atKey(path) : source.at(path)),
        severity: 'error',
        code: missing ? 'missing-key' : 'bad-value',
        message: missing ? `"${last}" is missing` : `"${last}": ${plainMessage(issue)}`,
        ...(issue.code === 'invalid_value' && { hint: `write one of: ${issue.values.map(String).join(', ')}` }),
      },
    ];
  });
}

function plainMessage(issue: z.core.$ZodIssue): string {
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return (inner ?? issue.message).replace(/^Invalid (input|option): /, '');
}
