import MiniSearch from 'minisearch';
import type { Locales } from '../flow/locales.ts';
import { normalise } from '../understanding/normalise.ts';
import { tokenise } from '../understanding/tokens.ts';

/** Finds the approved answer to a question: the key of its text, or undefined when none surely fits. */
export type FindAnswer = (question: string, language: string) => string | undefined;

/** At least this share of a question's words, by their weight, must stand in the phrase it is matched with. */
const COVERED = 0.6;
/** A match needs a word that tells something: not all small words, of which every question is made. */
const TELLING_LENGTH = 4;

/**
 * Indexes `locales/<lang>/faq-questions.json`, whose entries list ways of asking between bars, for the answers of the same
 * name in `faq.json`. Only approved words are ever sent, so the worst of a wrong match is a true sentence about something else.
 */
export function answerFinder(locales: Locales): FindAnswer {
  const finders = new Map(Object.entries(locales).map(([language, namespaces]) => [language, finderOf(namespaces)]));
  return (question, language) => finders.get(language)?.(question);
}

function finderOf(namespaces: Locales[string]): (question: string) => string | undefined {
  const answers = namespaces.faq?.texts ?? {};
  const phrases = Object.entries(namespaces['faq-questions']?.texts ?? {}).flatMap(([entry, listed]) =>
    answers[entry] === undefined
      ? []
      : listed.split('|').map((phrase, at) => ({ id: `${entry} ${at}`, entry, phrase })),
  );
  const index = new MiniSearch<(typeof phrases)[number]>({
    fields: ['phrase'],
    storeFields: ['entry'],
    tokenize: wordsOf,
  });
  index.addAll(phrases);
  const rarity = rarityOf(phrases.map(({ phrase }) => phrase));

  return (question) => {
    const words = [...new Set(wordsOf(question))];
    const [best, ...others] = index.search(words.join(' '), { fuzzy: (term) => (term.length > 5 ? 1 : 0) });
    if (!best) return undefined;
    const next = others.find(({ entry }) => entry !== best.entry);
    if (next && next.score >= best.score) return undefined;
    const weight = (list: readonly string[]) => list.reduce((sum, word) => sum + rarity(word), 0);
    if (!best.queryTerms.some((word) => word.length >= TELLING_LENGTH && rarity(word) >= rarity.telling))
      return undefined;
    return weight(best.queryTerms) >= COVERED * weight(words) ? `faq.${String(best.entry)}` : undefined;
  };
}

interface Rarity {
  (word: string): number;
  /** The rarity of a word that stands in two phrases of them all. */
  telling: number;
}

/** How much a word tells: one that stands in most phrases ("do", "you") next to nothing, one that stands in none most of all. */
function rarityOf(phrases: readonly string[]): Rarity {
  const sets = phrases.map((phrase) => new Set(wordsOf(phrase)));
  const ofCount = (count: number) => Math.log((sets.length + 1) / (count + 0.5));
  const rarity = (word: string) => ofCount(sets.filter((set) => set.has(word)).length);
  return Object.assign(rarity, { telling: ofCount(2) });
}

function wordsOf(text: string): string[] {
  return tokenise(normalise(text).plain).map(({ word }) => word);
}
