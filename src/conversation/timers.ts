import { SET_BACK_MS, SILENCE_MS } from './act-silence.ts';
import { noticeDue } from './notice-due.ts';
import { type ConversationState, rootOf } from './state.ts';

/** When each timer is due, in absolute ms since the epoch. */
export interface Timers {
  silence?: number;
  notice?: number;
  /** The scope question stands: silence means that all texts end. */
  scope?: number;
}

/** No timer reaches further ahead: one that does was set by a clock that has been set back since. */
export const FARTHEST_TIMER_MS = SILENCE_MS + SET_BACK_MS;

/** The timers of a conversation, a pure function of its state. After STOP, and once it is quiet, there are none. */
export function timersOf({ value, context }: ConversationState): Timers {
  const root = rootOf(value);
  if (root === 'quiet' || root === 'stopped' || context.last === undefined) return {};
  const end = context.last + SILENCE_MS;
  if (context.aside === 'scope') return { scope: end };
  const notice = root === 'waiting' ? noticeDue(context) : undefined;
  return {
    ...(context.card?.silentSince === undefined && { silence: end }),
    ...(notice !== undefined && { notice }),
  };
}
