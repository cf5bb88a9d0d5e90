import { type ConversationState, type Priority, rootOf } from './state.ts';

/** What the desk shows of a conversation. */
export interface Card {
  priority: Priority;
  /** Codes, never words of the texter. */
  reasons: string[];
  since: number;
  status: 'waiting' | 'live' | 'opted-out';
  owner?: string;
  /** No text since then: a late reply may be read by someone else. */
  silentSince?: number;
  /** What the texter writes in, offered or not. */
  language: string;
  alerts?: string[];
}

/**
 * The conversation's card, a pure function of its state; undefined when the desk has nothing to do with it. A flow may go on
 * asking while the person is in the queue: the card says `waiting` then too, and may be claimed.
 */
export function cardOf({ value, context }: ConversationState): Card | undefined {
  const { card, language, speaks } = context;
  if (!card) return undefined;
  const root = rootOf(value);
  const status = root === 'live' ? 'live' : root === 'stopped' ? 'opted-out' : 'waiting';
  return { ...card, status, language: speaks ?? language };
}
