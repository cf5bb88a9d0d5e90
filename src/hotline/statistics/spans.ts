import type { Counts } from './statistics-ports.ts';

/** Upper ends of the spans in which waits are counted, in seconds: close together where a minute decides something. */
const ENDS = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400,
  7_200, 10_800, 14_400, 21_600, 43_200, 86_400,
];

/** How long things took: `median` and `p90` in seconds, read off the spans; unset when nothing was counted. */
export interface Waits {
  count: number;
  median?: number;
  p90?: number;
}

/** The span that a wait falls into, as its number. What lasted longer than a day is in the last. */
export function spanOf(ms: number): number {
  const found = ENDS.findIndex((end) => ms <= end * 1000);
  return found === -1 ? ENDS.length - 1 : found;
}

/** The waits counted under `name.<span>`. */
export function waitsOf(counts: Counts, name: string): Waits {
  const spans = ENDS.map((_, span) => counts[`${name}.${span}`] ?? 0);
  const count = spans.reduce((sum, each) => sum + each, 0);
  return count === 0 ? { count } : { count, median: quantile(spans, count * 0.5), p90: quantile(spans, count * 0.9) };
}

/** Inside a span the waits are taken to lie evenly. */
function quantile(spans: readonly number[], rank: number): number {
  let before = 0;
  for (const [span, here] of spans.entries()) {
    const [from = 0, to = from] = [ENDS[span - 1], ENDS[span]];
    if (here > 0 && before + here >= rank) return from + ((to - from) * (rank - before)) / here;
    before += here;
  }
  return ENDS.at(-1) ?? 0;
}
