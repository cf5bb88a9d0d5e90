import type { acts } from './acts.ts';
import type { LineEvent } from './event.ts';
import type { guards } from './guards.ts';

export type ActName = keyof typeof acts;
export type GuardName = keyof typeof guards;

/** One way on from a root state. Without a target the conversation stays in its step, or in its place in the queue. */
export interface Move {
  guard?: GuardName | { type: GuardName; params: Record<string, string> };
  target?: string;
  /** Enter the target anew even from within, so that its question is asked. */
  reenter?: true;
  actions?: ActName[];
}

/** What a root state does with every event there is: one that is left out does not compile, which is promise 23. */
export type RootTable = Record<LineEvent['type'], Move[]>;

/** The steps that the line itself must know, as XState targets, and what its profile decides. */
export interface RootSteps {
  start: string;
  menu: string;
  crisis: string;
  support: string;
  /** Where a text goes that asks for something by itself, and one with a receipt code, where the flows have such steps. */
  topics: string | undefined;
  receipt: string | undefined;
  /** Every step that asks, as `flow.step`: where BACK may lead. */
  questions: string[];
  /** Where an advocate may let the bot go on, as `flow.step`. */
  releases: readonly string[];
  /** After STOP: answer HELP and danger, or say nothing at all. */
  answersStopped: boolean;
}

/** Stored and shown, and nothing else. */
export const NOTHING: Move[] = [{ actions: [] }];
