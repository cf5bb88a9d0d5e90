import { isTurned } from './read-danger.ts';
import type { Scan } from './scan.ts';

/** More signs than this in one passage say nothing new, and their pairs would grow with the square. */
const MOST = 14;

/**
 * What the lists of all languages found in a passage, as names that are the same in every language: `locked-in`, `not:locked-in` under a
 * negation, `frame:over`, `idiom`, `intent:person`. So what the model learns of one language's weapons it knows of another's.
 */
export function dangerSigns(scans: readonly Scan[]): string[] {
  const signs = new Set<string>();
  for (const scan of scans) {
    for (const hit of scan.hits) {
      const { label } = hit;
      if (label.kind === 'danger') signs.add(isTurned(scan, hit) ? `not:${label.rule.id}` : label.rule.id);
      else if (label.kind === 'frame') signs.add(`frame:${label.frame.id}`);
      else if (label.kind === 'idiom') signs.add('idiom');
      else if (label.kind === 'no-age') continue;
      else if (label.kind === 'language') signs.add('language-asked');
      else if (!label.except) signs.add(`intent:${label.intent}`);
    }
  }
  return [...signs].sort().slice(0, MOST);
}
