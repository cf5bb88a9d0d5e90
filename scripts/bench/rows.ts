import type { Appendfsync } from './open-ground.ts';
import type { ServerKind } from './server.ts';

/** One line of the table: a server under test, and how its store syncs. */
export interface Row {
  row: 'a' | 'b' | 'c' | 'd';
  name: string;
  kind: ServerKind;
  appendfsync: Appendfsync | undefined;
}

const STORING: Omit<Row, 'appendfsync'>[] = [
  { row: 'b', name: 'and signature, 300 bytes', kind: 'storing' },
  { row: 'c', name: 'our accept alone', kind: 'accept' },
  { row: 'd', name: 'our whole path', kind: 'line' },
];

/** In the order in which each round measures them. */
export const ROWS: readonly Row[] = [
  { row: 'a', name: 'bare Express and form', kind: 'bare', appendfsync: undefined },
  ...STORING.flatMap((row) => [
    { ...row, appendfsync: 'always' as const },
    { ...row, appendfsync: 'everysec' as const },
  ]),
];
