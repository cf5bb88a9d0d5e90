import type { Lists } from '../understanding/compile-lists.ts';
import { type Reading, readText } from '../understanding/read-text.ts';
import type { TextEvent } from './event.ts';
import type { PublishedSet } from './published-set.ts';
import type { Scene } from './scene.ts';
import type { Talk } from './talk.ts';
import type { Asked, TextItem } from './turn.ts';

/** Texts that wait together, and where they fall. */
export interface Burst {
  talk: Talk;
  set: PublishedSet;
  lists: Lists;
  now: number;
  asked: Asked;
  /** No conversation was known before this turn. */
  unknown: boolean;
  /** The last talk ended so shortly before that it is as good as the same. */
  justEnded: boolean;
}

/** What is heard at once even by someone who may not be alone; anything else is asked about first. */
const URGENT = new Set<TextEvent['type']>([
  'STOP',
  'START',
  'HELP',
  'DANGER',
  'PERSON',
  'EMERGENCY_NUMBER',
  'DELETE',
  'END_REQUEST',
  'HOLD',
  'WHO_IS_THIS',
]);

/** Whether an event is dealt with at once although the phone may be in other hands. */
export function mayInterrupt({ type }: TextEvent): boolean {
  return URGENT.has(type);
}

/** Whether a text came before the question that stands was sent, so that it is no answer to it. */
export function beforeAsked({ asked }: Burst, { receivedAt }: TextItem): boolean {
  return asked.at === undefined || receivedAt < asked.at;
}

/** Reads a text in the language of the talk so far. */
export function readHere({ talk, lists }: Burst, text: string): Reading {
  const { language, speaks } = talk.context();
  return readText(text, lists, speaks ?? language);
}

export function sceneOf({ talk, set, lists, now }: Burst): Scene {
  return {
    at: now,
    root: talk.root(),
    value: talk.value(),
    context: talk.context(),
    // The first question of a new talk, or of the safe step after a move, is not asked yet: nothing can be its answer.
    question: talk.fresh() || talk.context().moved ? undefined : talk.question(),
    set,
    lists,
  };
}
