import type { Likely, TopicIndex } from './topic-index.ts';

/** Surer than this, a text is taken to ask for what it seems to. */
const SURE = 0.5;

/** The topic or question that a text is surely about; undefined where there is doubt, or nothing to be found. */
export function matchTopic(text: string, index: TopicIndex, language: string, sure: number = SURE): Likely | undefined {
  const [first] = index.rank(text, language);
  return first && first.kind !== 'none' && first.share >= sure ? first : undefined;
}
