import type { Share } from './statistics-view.ts';

/** A group that is smaller could be somebody whom a reader knows. */
export const FEWEST = 5;

/** Shares, the largest first, those below the fewest as `other`: with one more if that by itself would tell them apart. */
export function poolSmall(shares: readonly Share[], fewest = FEWEST): Share[] {
  const sorted = shares
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  let kept = sorted.filter(({ count }) => count >= fewest);
  if (kept.length === sorted.length) return sorted;
  const rest = () => sorted.slice(kept.length).reduce((sum, { count }) => sum + count, 0);
  while (kept.length > 0 && rest() < fewest) kept = kept.slice(0, -1);
  return [...kept, { code: 'other', count: rest() }];
}
