import type { TopicIndex } from './topic-index.ts';

/** Which approved answer fits a question, and which others come near enough to be offered. */
export interface FaqMatch {
  id: string;
  /** At most three ids, the nearest first, when no answer surely fits. */
  near: string[];
}

/** Surer than this, the answer is sent; less sure, it is offered. */
const SURE = 0.33;
const NEAR = 0.1;
const MOST_NEAR = 3;

/**
 * Matches a question with the approved answers by what it means; `none` when nothing surely fits.
 *
 * @param language ISO 639-1; with `und`, or a language without examples, every language is tried
 */
export function matchFaq(text: string, index: TopicIndex, language: string): FaqMatch {
  const ranked = (index.languages.includes(language) ? [language] : index.languages).map((one) =>
    index.rank(text, one),
  );
  const [best = []] = ranked.toSorted((a, b) => answerShare(b) - answerShare(a));
  const [first] = best;
  if (first?.kind === 'question' && first.share >= SURE) return { id: first.id, near: [] };
  const near = best.filter(({ kind, share }) => kind === 'question' && share >= NEAR).map(({ id }) => id);
  return { id: 'none', near: near.slice(0, MOST_NEAR) };
}

/** How much speaks for any answer at all. */
function answerShare(ranked: ReturnType<TopicIndex['rank']>): number {
  const [first] = ranked;
  return first?.kind === 'question' ? first.share : 0;
}
