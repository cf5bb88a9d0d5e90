import type { ComparedRow } from './compare-rows.ts';
import type { Measured } from './measured.ts';

/** Whether a figure keeps to what the project aims at. */
export interface Verdict {
  aim: string;
  figure: number;
  kept: boolean;
}

/** Throughput with many conversations open, of that with few: less than this is not flat, and a run is no surer than this. */
const FLAT = 0.9;

/** A text ten times as long may take this many times as long. */
const LINEAR = 15;

export function judge({ rows, crowds, desk, understanding }: Measured): Verdict[] {
  const figure = (name: ComparedRow['row'], of: (row: ComparedRow) => number | undefined) =>
    of(rows.find(({ row, appendfsync }) => row === name && appendfsync === 'everysec') as ComparedRow) ?? Number.NaN;
  const atLeast = (aim: string, least: number, found: number) => ({ aim, figure: found, kept: found >= least });
  const atMost = (aim: string, most: number, found: number) => ({ aim, figure: found, kept: found <= most });
  return [
    atLeast(
      '(c) at least 0.85 of (b)',
      0.85,
      figure('c', ({ ratio }) => ratio),
    ),
    atLeast(
      '(d) at least 0.5 of (b)',
      0.5,
      figure('d', ({ ratio }) => ratio),
    ),
    atMost(
      'at most 4 Redis round trips a text',
      4,
      figure('d', ({ redisPerText }) => redisPerText?.path),
    ),
    atMost(
      'at most 2,000 bytes a conversation',
      2000,
      figure('d', ({ bytesPerConversation }) => bytesPerConversation),
    ),
    atLeast('as fast with many conversations open as with few', FLAT, crowds.manyToFew),
    atMost('somebody in danger rings within 1,000 ms under noise (p99)', 1000, desk.noisy.ringMs.p99),
    atMost('a text is read within 2 ms (p99)', 2, understanding.readMs.p99),
    atMost(`50,000 characters take at most ${LINEAR} times as long as 5,000`, LINEAR, understanding.longToTenth),
  ];
}
