import { z } from 'zod';

const code = z.string().regex(/^[a-z]{2}$/u, 'a language is two letters, such as es');
const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id is small letters, digits and hyphens');
// YAML reads 15 as a number and true as a boolean: an operator need not know when to quote.
const phrase = z.union([z.string().min(1), z.number(), z.boolean()]).transform(String);
const phrases = z.array(phrase).default([]);
const groups = z.record(id, z.array(phrase).min(1)).default({});

/** Phrases that count anywhere in a text, and phrases that count only when nothing but politeness stands around them. */
const meaning = z.strictObject({ anywhere: phrases, alone: phrases, except: phrases });

/** An answer: words that a text begins with, texts that are the whole answer, and beginnings that say something else ("no idea"). */
const answer = z.strictObject({ begins: phrases, alone: phrases, except: phrases });

const level = z.enum(['imminent', 'crisis', 'doubt', 'sign']);

const rule = z.strictObject({
  id,
  level,
  minor: z.boolean().default(false),
  'self-harm': z.boolean().default(false),
  /** A firm rule is calmed only by a frame that calms everything. */
  firm: z.boolean().default(false),
  /** Too uncertain to raise an alarm alone: it speaks only to the model. */
  hint: z.boolean().default(false),
  /** A milder reading: what is found inside these phrases by other rules does not count. */
  instead: z.boolean().default(false),
  phrases,
  alone: phrases,
});

const together = z.strictObject({
  id,
  level: z.enum(['imminent', 'crisis', 'doubt']),
  all: z.array(id).min(2),
  hint: z.boolean().default(false),
  minor: z.boolean().default(false),
  'self-harm': z.boolean().default(false),
});

const frame = z.strictObject({
  id,
  /** What remains of a danger inside this frame: nothing, or a doubt that the line asks about. */
  leaves: z.enum(['nothing', 'doubt']).default('nothing'),
  calms: z.enum(['all', 'all-but-firm']).default('all-but-firm'),
  phrases: z.array(phrase).min(1),
});

/** flows/danger/<language>.yaml: what people say when they are in danger. */
export const DangerListSchema = z.strictObject({
  language: code,
  groups,
  /** Words that are alike where danger is concerned, under names that every language shares: what the model learns of one it knows of all. */
  kinds: groups,
  /** Words that turn the phrase after them round; no gap bridges them. */
  negations: phrases,
  /** Words that put the phrase after them in the past; no gap bridges them either. */
  past: phrases,
  /** A phrase that begins with one of these is not turned round by the word before it: "no he has a gun". */
  subjects: phrases,
  idioms: phrases,
  /** Numbers that are no age, such as that of a house. Only mere signs of a minor are dropped there: a child may live there and say so. */
  'no-ages': phrases,
  frames: z.array(frame).default([]),
  rules: z.array(rule).min(1),
  together: z.array(together).default([]),
});

export const INTENTS = [
  'emergency-number',
  'delete',
  'bot-question',
  'person',
  'hold',
  'who-is-this',
  'menu',
  'back',
  'closing',
] as const;

/** flows/words/<language>.yaml: the other words that the line understands wherever a person is. */
export const WordListSchema = z.strictObject({
  language: code,
  /** Texting spellings and what they stand for: hes -> he is. */
  spellings: z.record(z.string(), phrase).default({}),
  /** Real words that look like a misspelling of a listed one. */
  'not-misspelt': phrases,
  groups,
  /** Words that may stand around a phrase without changing it. */
  polite: phrases,
  'stop-words': phrases,
  'stop-requests': meaning.prefault({}),
  'start-words': phrases,
  'start-requests': meaning.prefault({}),
  'help-words': phrases,
  intents: z.partialRecord(z.enum(INTENTS), meaning).default({}),
  yes: answer.prefault({}),
  no: answer.prefault({}),
  /** "ok": says that a text was read. A yes where leave is asked for, no answer to "are you in danger". */
  read: phrases,
  /** "I am safe" and its opposite: what they answer hangs on the question. */
  safe: answer.prefault({}),
  unsafe: answer.prefault({}),
  numbers: z.record(z.string().regex(/^\d+$/u), phrases).default({}),
  ordinals: z.record(z.string().regex(/^(\d+|last)$/u), phrases).default({}),
  /** What this language calls each language: es -> [spanish]. */
  'language-names': z.record(code, z.array(phrase).min(1)).default({}),
  /** Sentences that ask for a language; <language> stands for its name. */
  'language-asks': phrases,
  /** Everyday words that show the language of a short text. */
  common: phrases,
});

export type DangerList = z.infer<typeof DangerListSchema>;
export type WordList = z.infer<typeof WordListSchema>;
export type DangerRule = z.infer<typeof rule>;
export type Frame = z.infer<typeof frame>;
export type Answer = z.infer<typeof answer>;
export type Meaning = z.infer<typeof meaning>;
export type Intent = (typeof INTENTS)[number];
