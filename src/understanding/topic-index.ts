import { type Example, parseExample, seededPick, wordingOf } from './example.ts';
import { type Features, type Softmax, type TrainingRound, trainSoftmax } from './softmax.ts';
import { type SpellingHints, topicFeatures, topicWords } from './topic-features.ts';

/** Operators' examples of one language: of each question that has an approved answer, each topic, and of what is neither. */
export interface TopicExamples {
  language: string;
  /** Id of an entry of faq.json to its examples. */
  questions: Readonly<Record<string, readonly string[]>>;
  topics: Readonly<Record<string, readonly string[]>>;
  none: readonly string[];
  spelling: SpellingHints;
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

/** Each example is shown in so many of its wordings, and all of them so often. */
const WORDINGS = 20;
const ROUNDS = 2;
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

interface Sample {
  label: number;
  example: Example;
}

function train(examples: TopicExamples): (text: string) => Likely[] {
  const subjects: Subject[] = [
    { kind: 'none', id: 'none' },
    ...Object.keys(examples.questions).map((id): Subject => ({ kind: 'question', id })),
    ...Object.keys(examples.topics).map((id): Subject => ({ kind: 'topic', id })),
  ];
  const listed = ({ kind, id }: Subject): readonly string[] =>
    kind === 'none' ? examples.none : ((kind === 'question' ? examples.questions[id] : examples.topics[id]) ?? []);
  const samples = subjects.flatMap((subject, label) =>
    listed(subject).map((pattern): Sample => ({ label, example: parseExample(pattern) })),
  );
  const isKnown = knownWords(samples, examples.spelling);
  const ids = new Map<string, number>();
  const featuresOf = (text: string, grow: boolean): Features => {
    const found: { id: number; value: number }[] = [];
    let norm = 0;
    for (const [name, value] of topicFeatures(topicWords(text, examples.spelling), isKnown)) {
      let id = ids.get(name);
      if (id === undefined && grow) {
        id = ids.size;
        ids.set(name, id);
      }
      norm += value * value;
      if (id !== undefined) found.push({ id, value });
    }
    const scale = 1 / Math.sqrt(norm);
    return { ids: found.map(({ id }) => id), values: found.map(({ value }) => value * scale) };
  };
  const rounds = [...roundsOf(samples, (text) => featuresOf(text, true))];
  const model: Softmax = trainSoftmax(subjects.length, ids.size, rounds);
  return (text) => {
    const shares = model.predict(featuresOf(text, false));
    return subjects.map((subject, at) => ({ ...subject, share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share);
  };
}

/** Every example in several wordings, well mixed: descent forgets what it saw long ago. */
function* roundsOf(samples: readonly Sample[], featuresOf: (text: string) => Features): Generator<TrainingRound> {
  const pick = seededPick(7);
  const rounds = samples.flatMap(({ label, example }) =>
    Array.from({ length: WORDINGS }, () => ({
      label,
      features: featuresOf(label === 0 ? wordingOf(example, pick) : worn(wordingOf(example, pick), pick)),
    })),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = rounds.length - 1; at > 0; at--) {
      const other = pick(at + 1);
      [rounds[at], rounds[other]] = [rounds[other] as TrainingRound, rounds[at] as TrainingRound];
    }
    yield* rounds;
  }
}

/** Every third wording loses a word: nobody writes all of them. What is asked for by none stays whole, or it would look like the rest. */
function worn(wording: string, pick: (below: number) => number): string {
  const words = wording.split(' ');
  return words.length > 3 && pick(3) === 0 ? words.toSpliced(pick(words.length), 1).join(' ') : wording;
}

function knownWords(samples: readonly Sample[], spelling: SpellingHints): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const { example } of samples) {
    const words = new Set(example.flatMap((choices) => choices.flatMap((choice) => topicWords(choice, spelling))));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => (counts.get(word) ?? 0) >= KNOWN;
}
