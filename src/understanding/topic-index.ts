import { parseExample, seededPick } from './example.ts';
import { type TrainingRound, trainSoftmax } from './softmax.ts';
import { TopicFeatures, topicWords, type WordHints } from './topic-features.ts';

/** Operators' examples of one language: of each question that has an approved answer, each topic, and of what is neither. */
export interface TopicExamples {
  language: string;
  /** Id of an entry of faq.json to its examples. */
  questions: Readonly<Record<string, readonly string[]>>;
  topics: Readonly<Record<string, readonly string[]>>;
  none: readonly string[];
  hints: WordHints;
}

/** What a text may be about. */
export interface Subject {
  kind: 'question' | 'topic' | 'none';
  id: string;
}

/** A subject and how sure the index is of it, from 0 to 1. */
export interface Likely extends Subject {
  share: number;
}

/** Tells what a text is about, per language. */
export interface TopicIndex {
  languages: readonly string[];
  /** The likeliest subjects first; empty in a language without examples. */
  rank(text: string, language: string): Likely[];
}

/** Each example is shown in so many of its wordings. */
const WORDINGS = 20;
/** A word that stands in fewer examples than this is as good as unknown: so the model learns what unknown words mean. */
const KNOWN = 2;

/** Builds the index; each language is trained when it is first asked for, the same in every process. */
export function buildTopicIndex(languages: readonly TopicExamples[]): TopicIndex {
  const examples = new Map(languages.map((one) => [one.language, one]));
  const trained = new Map<string, (text: string) => Likely[]>();
  return {
    languages: [...examples.keys()],
    rank(text, language) {
      const known = examples.get(language);
      if (!known) return [];
      const rank = trained.get(language) ?? train(known);
      trained.set(language, rank);
      return rank(text);
    },
  };
}

/** An example's parts in order, each one of its choices, each choice its words. */
interface Sample {
  label: number;
  parts: string[][][];
}

function train(examples: TopicExamples): (text: string) => Likely[] {
  const { alike, spellings } = examples.hints;
  const subjects: Subject[] = [
    { kind: 'none', id: 'none' },
    ...Object.keys(examples.questions).map((id): Subject => ({ kind: 'question', id })),
    ...Object.keys(examples.topics).map((id): Subject => ({ kind: 'topic', id })),
  ];
  const listed = ({ kind, id }: Subject): readonly string[] =>
    kind === 'none' ? examples.none : ((kind === 'question' ? examples.questions[id] : examples.topics[id]) ?? []);
  const wordsOf = remembered(
    (choice) => choice,
    (choice: string) => topicWords(choice, spellings),
  );
  const samples = subjects.flatMap((subject, label) =>
    listed(subject).map(
      (pattern): Sample => ({ label, parts: parseExample(pattern).map((choices) => choices.map(wordsOf)) }),
    ),
  );
  const features = new TopicFeatures(alike, knownWords(samples));
  const rounds = roundsOf(samples, features);
  const model = trainSoftmax(subjects.length, features.count, rounds);
  return (text) => {
    const shares = model.predict(features.of(topicWords(text, spellings), false));
    return subjects.map((subject, at) => ({ ...subject, share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share);
  };
}

/** Every example in several wordings, well mixed: descent forgets what it saw long ago. */
function roundsOf(samples: readonly Sample[], features: TopicFeatures): TrainingRound[] {
  const pick = seededPick(11);
  const featuresOf = remembered(
    (words) => words.join(' '),
    (words: string[]) => features.of(words, true),
  );
  const wordings = samples.flatMap(({ label, parts }) =>
    Array.from({ length: WORDINGS }, (): TrainingRound => {
      const words = parts.flatMap((choices) => choices[pick(choices.length)] ?? []);
      return { label, features: featuresOf(label === 0 ? words : worn(words, pick)) };
    }),
  );
  return mixed(wordings, pick);
}

/** Examples say much the same in few words: each is looked at once. */
function remembered<From, To>(key: (from: From) => string, make: (from: From) => To): (from: From) => To {
  const made = new Map<string, To>();
  return (from) => {
    const name = key(from);
    const known = made.get(name) ?? make(from);
    made.set(name, known);
    return known;
  };
}

function mixed(rounds: TrainingRound[], pick: (below: number) => number): TrainingRound[] {
  for (let at = rounds.length - 1; at > 0; at--) {
    const other = pick(at + 1);
    [rounds[at], rounds[other]] = [rounds[other] as TrainingRound, rounds[at] as TrainingRound];
  }
  return rounds;
}

/** Every third wording loses a word: nobody writes all of them. What is asked for by none stays whole, or it would look like the rest. */
function worn(words: string[], pick: (below: number) => number): string[] {
  return words.length > 3 && pick(3) === 0 ? words.toSpliced(pick(words.length), 1) : words;
}

function knownWords(samples: readonly Sample[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const { parts } of samples) {
    for (const word of new Set(parts.flat(2))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => (counts.get(word) ?? 0) >= KNOWN;
}
