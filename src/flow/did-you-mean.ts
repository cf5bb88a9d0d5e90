import { closest, distance } from 'fastest-levenshtein';

/** A hint naming the known word nearest to `word`, or undefined when none is near enough to be a slip of the hand. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  if (words.length === 0) return undefined;
  const nearest = closest(word, words);
  const slips = Math.max(2, Math.floor(word.length / 3));
  return distance(word, nearest) <= slips ? `did you mean "${nearest}"?` : undefined;
}
