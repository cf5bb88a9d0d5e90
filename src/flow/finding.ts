/** One fault in a set of files, with its place (line and column count from 1) and, where known, its mend. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  code: string;
  message: string;
  hint?: string;
}
