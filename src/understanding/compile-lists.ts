import type { Kinds } from './danger-kinds.ts';
import type { DangerList, DangerRule, Frame, Intent, Meaning, WordList } from './lists.ts';
import { INTENTS } from './lists.ts';
import { fold, normalise } from './normalise.ts';
import type { Groups } from './phrase.ts';
import { PhraseError, parsePhrase } from './phrase.ts';
import { PhraseMatcher } from './phrase-matcher.ts';
import { Spelling } from './spelling.ts';
import { tokenise } from './tokens.ts';

/** What a found phrase stands for. `alone`: it counts only when nothing but polite words stand around it. */
export type Label =
  | { kind: 'danger'; rule: DangerRule; alone: boolean }
  | { kind: 'idiom' }
  | { kind: 'no-age' }
  | { kind: 'frame'; frame: Frame }
  | { kind: 'intent'; intent: Intent | 'stop' | 'start'; alone: boolean; except: boolean }
  | { kind: 'language'; language: string; alone: boolean };

export interface LanguageLists {
  language: string;
  matcher: PhraseMatcher<Label>;
  spelling: Spelling;
  polite: ReadonlySet<string>;
  negations: ReadonlySet<string>;
  past: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
  common: ReadonlySet<string>;
  /** Everyday words as they are written, accents kept. */
  commonAsWritten: ReadonlySet<string>;
  /** Everyday words, folded, without those that another language writes so. */
  telling: ReadonlySet<string>;
  /** Words and spellings in unfolded and in folded form. */
  stopWords: WordForms;
  startWords: WordForms;
  helpWords: WordForms;
  danger: DangerList | undefined;
  kinds: Kinds;
  words: WordList;
}

export interface WordForms {
  plain: ReadonlySet<string>;
  folded: ReadonlySet<string>;
}

/** Every language's lists, ready to be matched. Compile once for a set of lists; reading is then pure and quick. */
export interface Lists {
  languages: ReadonlyMap<string, LanguageLists>;
}

/**
 * @throws PhraseError naming the list, the place and the mend when a phrase cannot be read, or when two lists share a language.
 */
export function compileLists(input: { words: readonly WordList[]; danger: readonly DangerList[] }): Lists {
  const languages = new Map<string, LanguageLists>();
  for (const words of input.words) {
    if (languages.has(words.language)) throw new PhraseError(`two word lists for ${words.language}`);
    const danger = input.danger.find(({ language }) => language === words.language);
    languages.set(words.language, compileLanguage(words, danger));
  }
  const all = [...languages.values()];
  for (const own of all) own.telling = withoutStrangers(all, own);
  for (const { language } of input.danger) {
    if (!languages.has(language)) throw new PhraseError(`a danger list for ${language} without a word list`);
  }
  return { languages };
}

/** Folded everyday words that other languages write as they stand say nothing: Vietnamese "nó" (he) is texted "no". */
function withoutStrangers(languages: readonly LanguageLists[], own: LanguageLists): ReadonlySet<string> {
  const others = languages.filter((other) => other !== own);
  const shared = (word: string) => others.some(({ commonAsWritten }) => commonAsWritten.has(word));
  return new Set([...own.common].filter((word) => own.commonAsWritten.has(word) || !shared(word)));
}

function compileLanguage(words: WordList, danger: DangerList | undefined): LanguageLists {
  const negations = wordSet(danger?.negations ?? []);
  const phrases = [...labelledPhrases(words, danger)].map(({ phrase, label, groups }) => ({
    parts: parsePhrase(phrase, groups),
    label,
  }));
  const past = wordSet(danger?.past ?? []);
  const matcher = new PhraseMatcher(phrases, negations.union(past));
  const plainWords = wordSet([...words.polite, ...words.common, ...words['not-misspelt']]);
  return {
    language: words.language,
    matcher,
    spelling: new Spelling(words.spellings, (word) => matcher.knows(word), matcher.words(), plainWords),
    polite: wordSet(words.polite),
    negations,
    past,
    subjects: wordSet(danger?.subjects ?? []),
    common: wordSet(words.common),
    telling: new Set(),
    commonAsWritten: new Set(words.common.flatMap((word) => tokenise(normalise(word).plain).map(({ plain }) => plain))),
    stopWords: forms(words['stop-words']),
    startWords: forms(words['start-words']),
    helpWords: forms(words['help-words']),
    danger,
    kinds: kindsOf(danger),
    words,
  };
}

function kindsOf(danger: DangerList | undefined): Kinds {
  const kinds = new Map<string, string[]>();
  for (const [kind, words] of Object.entries(danger?.kinds ?? {})) {
    for (const word of wordSet(words)) kinds.set(word, [...(kinds.get(word) ?? []), kind]);
  }
  return kinds;
}

interface Labelled {
  phrase: string;
  label: Label;
  groups: Groups;
}

function* labelledPhrases(words: WordList, danger: DangerList | undefined): Iterable<Labelled> {
  if (danger) {
    const { groups } = danger;
    for (const rule of danger.rules) {
      for (const phrase of rule.phrases) yield { phrase, groups, label: { kind: 'danger', rule, alone: false } };
      for (const phrase of rule.alone) yield { phrase, groups, label: { kind: 'danger', rule, alone: true } };
    }
    for (const phrase of danger.idioms) yield { phrase, groups, label: { kind: 'idiom' } };
    for (const phrase of danger['no-ages']) yield { phrase, groups, label: { kind: 'no-age' } };
    for (const frame of danger.frames) {
      for (const phrase of frame.phrases) yield { phrase, groups, label: { kind: 'frame', frame } };
    }
  }
  yield* meaningPhrases(words, 'stop', words['stop-requests']);
  yield* meaningPhrases(words, 'start', words['start-requests']);
  for (const intent of INTENTS) {
    const meaning = words.intents[intent];
    if (meaning) yield* meaningPhrases(words, intent, meaning);
  }
  for (const [language, names] of Object.entries(words['language-names'])) {
    const groups = { ...words.groups, language: names };
    for (const phrase of names) yield { phrase, groups, label: { kind: 'language', language, alone: true } };
    for (const phrase of words['language-asks'])
      yield { phrase, groups, label: { kind: 'language', language, alone: false } };
  }
}

function* meaningPhrases(words: WordList, intent: Intent | 'stop' | 'start', meaning: Meaning): Iterable<Labelled> {
  const { groups } = words;
  const { anywhere, alone, except } = meaning;
  for (const phrase of anywhere)
    yield { phrase, groups, label: { kind: 'intent', intent, alone: false, except: false } };
  for (const phrase of alone) yield { phrase, groups, label: { kind: 'intent', intent, alone: true, except: false } };
  for (const phrase of except) yield { phrase, groups, label: { kind: 'intent', intent, alone: false, except: true } };
}

function wordSet(phrases: readonly string[]): Set<string> {
  return new Set(phrases.flatMap((phrase) => tokenise(normalise(phrase).plain).map(({ word }) => word)));
}

function forms(phrases: readonly string[]): WordForms {
  const plain = phrases.map((phrase) => keywordForm(normalise(phrase).plain));
  return { plain: new Set(plain), folded: new Set(plain.map(fold)) };
}

/** A text without its outer and inner punctuation and spaces: "Opt-out!" and "STOP ALL" as optout and stopall. */
export function keywordForm(plain: string): string {
  return plain.replace(/[\p{P}\p{S}\s]/gu, '');
}
