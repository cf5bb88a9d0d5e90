import type { Finding } from '../finding.ts';
import type { Path, Source } from '../source.ts';

/** The start of a finding at the value of a path. */
export function at(source: Source, path: Path): Pick<Finding, 'file' | 'line' | 'column'> {
  return { file: source.file, ...source.at(path) };
}

/** The start of a finding at the key that a path ends in. */
export function atKey(source: Source, path: Path): Pick<Finding, 'file' | 'line' | 'column'> {
  return { file: source.file, ...source.atKey(path) };
}
