import { eld } from 'eld/small';
import type { Lists } from './compile-lists.ts';
import type { Scan } from './scan.ts';

/** Below this many words one witness is not enough to change the language of a conversation. */
const ENOUGH_WORDS = 4;
/** The detector looks at no more than this; a longer text has long shown its language. */
const LOOK = 600;
/** One language's everyday words must lead the next one's by this share of the words. */
const LEAD = 0.15;

/**
 * The language of a text, as ISO 639-1, or `und` when it cannot be told. Witnesses: everyday words, the line's own lists, and eld, which is
 * asked for the best among the offered languages only. A text of under four words needs two witnesses that agree.
 */
export function readLanguage(plain: string, scans: readonly Scan[], lists: Lists): string {
  const words = Math.max(0, ...scans.map(({ tokens }) => tokens.filter(({ word }) => /\p{L}/u.test(word)).length));
  if (words === 0) return 'und';
  const lexicon = leader(scans.map((scan) => [scan.lists.language, commonShare(scan)]));
  const detected = detect(plain.slice(0, LOOK), lists);
  if (words >= ENOUGH_WORDS) return lexicon ?? detected ?? 'und';
  const fired = leader(
    scans.map((scan) => [scan.lists.language, scan.hits.some(({ label }) => label.kind === 'danger') ? 1 : 0]),
  );
  const witnesses = [lexicon, detected, fired];
  return witnesses.find((one, at) => one !== undefined && witnesses.indexOf(one) !== at) ?? 'und';
}

function commonShare({ tokens, lists }: Scan): number {
  return tokens.filter(({ word }) => lists.common.has(word)).length / Math.max(1, tokens.length);
}

function leader(scores: [string, number][]): string | undefined {
  const [best, next] = scores.toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > 0 && best[1] - (next?.[1] ?? 0) >= LEAD ? best[0] : undefined;
}

function detect(text: string, lists: Lists): string | undefined {
  const scores = eld.detect(text).getScores();
  let best: string | undefined;
  for (const language of lists.languages.keys()) {
    if ((scores[language] ?? 0) > (best === undefined ? 0 : (scores[best] ?? 0))) best = language;
  }
  return best;
}
