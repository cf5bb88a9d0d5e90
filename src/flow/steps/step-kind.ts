import type { z } from 'zod';

/** What the conversation knows of a step while it stands in it. */
export interface StepMeta {
  flow: string;
  step: string;
  kind: string;
  question?: Question;
}

/** What a step has asked. `guarded` questions are answered only when the question is not known to be undelivered. */
export interface Question {
  message: string;
  answer: 'yes-no' | 'choice' | 'place' | 'text' | 'number' | 'offered';
  /** The name under which the answer is kept. */
  keep?: string;
  options?: { id: string; words: string }[];
  guarded?: 'consent';
  /** The answer tells of others: danger in it, short of danger now, calls a person at once, and the flow goes on. */
  witness?: true;
}

/** A guard or an action by name, with its parameters; the conversation's machine implements each. */
export interface Named {
  type: string;
  params: Record<string, string | number | boolean>;
}

/** Says a text if there is one; `safety` marks what must be said first at the next text if it is lost. */
export function saying(key: string | undefined, safety = false): Named[] {
  return key ? [{ type: 'say', params: { key, ...(safety && { safety }) } }] : [];
}

export interface Branch {
  guard?: Named;
  target?: string;
  actions?: Named[];
}

/** An XState state as plain data. A step handles ANSWER and nothing else: every other event belongs to the root. */
export interface StepState {
  meta: StepMeta;
  entry?: Named[];
  on?: { ANSWER: Branch[] };
  always?: Branch[];
}

/** Where a step stands while it is compiled. */
export interface StepPlace {
  flow: string;
  step: string;
  /** The absolute XState target of a step named in the flow file. */
  to(target: string): string;
  /** Whether the default language has this text. */
  hasText(key: string): boolean;
}

/** A step named by another, and the path in the step at which it is named. */
export interface Target {
  to: string;
  path: string[];
}

/** A text a step uses. `said`: a texter reads it; `words`: it lists what counts as choosing an option. */
export interface Message {
  key: string;
  path: string[];
  use: 'said' | 'words';
  /** Placeholders that the step itself fills. */
  values?: string[];
}

/** One kind of step: what may be written, where it leads, what it says, and the state it becomes. */
export interface StepKind<S> {
  /** The key whose presence in a step tells its kind. */
  key: string;
  schema: z.ZodType<S>;
  /** The ways out that this step ought to have and has not: it would be a dead end there. */
  lacks(step: S): string[];
  /** True where the line stops and waits for the texter. */
  asks: boolean;
  targets(step: S): Target[];
  messages(step: S): Message[];
  compile(step: S, place: StepPlace): StepState;
}
