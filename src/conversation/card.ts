import { type CardNote, type ConversationState, rootOf } from './state.ts';

/** What the desk shows of a conversation, in codes: never a word of the texter's. */
export interface Card extends CardNote {
  status: 'waiting' | 'live' | 'opted-out';
  /** What the texter writes in, offered or not. */
  language: string;
  minor?: true;
  muted?: true;
  /** Nothing may go out until they write. */
  held?: true;
  /** When they last wrote. */
  lastTextAt?: number;
  /** Since when they wait this time, in the queue and not with the bot. */
  waitFrom?: number;
}

/**
 * The conversation's card, a pure function of its state; undefined when the desk has nothing to do with it. A flow may go on
 * asking while the person is in the queue: the card says `waiting` then too, and may be claimed.
 */
export function cardOf({ value, context }: ConversationState): Card | undefined {
  const { card, language, speaks, minor, muted, held, last, waitFrom } = context;
  if (!card) return undefined;
  const root = rootOf(value);
  const status = root === 'live' ? 'live' : root === 'stopped' ? 'opted-out' : 'waiting';
  return {
    ...card,
    status,
    language: speaks ?? language,
    ...(minor && { minor }),
    ...(muted && { muted }),
    ...(held && { held: true as const }),
    ...(last !== undefined && { lastTextAt: last }),
    ...(waitFrom !== undefined && { waitFrom }),
  };
}
