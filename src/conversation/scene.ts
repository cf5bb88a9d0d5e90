import type { Question } from '../flow/steps/step-kind.ts';
import type { Lists } from '../understanding/compile-lists.ts';
import type { PublishedSet } from './published-set.ts';
import type { ConversationContext, Root } from './state.ts';

/** Where a text falls: what decides its meaning besides its words. */
export interface Scene {
  /** The turn's time, in ms since the epoch. */
  at: number;
  root: Root;
  /** Dotted, as in `bot.tip.where`. */
  value: string;
  context: ConversationContext;
  question: Question | undefined;
  set: PublishedSet;
  /** The set's words with today's danger lists. */
  lists: Lists;
}
