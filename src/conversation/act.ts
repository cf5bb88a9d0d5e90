import { enqueueActions } from 'xstate';
import type { Effect } from './effect.ts';
import type { LineEvent } from './event.ts';
import type { ConversationContext } from './state.ts';

/** What an action comes to: what changes in the context (undefined unsets), and what is to be done. */
export interface Outcome {
  context?: { [K in keyof ConversationContext]?: ConversationContext[K] | undefined };
  effects?: Asked[];
}

/** An effect, or the wish to put the question again that stands once the transition is over. */
export type Asked = Effect | { type: 'ask-again' };

export type ActionParams = Record<string, string | number | boolean>;

/** An action as a pure function; `params` are those named in a flow or a table. */
export type Act = (context: ConversationContext, event: LineEvent, params: ActionParams) => Outcome;

/** The one action that leaves the machine as data. */
export const EFFECT = 'effect';

/** Wraps an action for XState: its context goes into the snapshot, its effects come back as data from `transition()`. */
export function toXState(act: Act) {
  // biome-ignore lint/suspicious/noExplicitAny: XState infers these from a setup() that flows, being data, cannot take part in.
  return enqueueActions(({ context, event, enqueue }: any, params: unknown) => {
    const outcome = act(context, event, (params ?? {}) as ActionParams);
    if (outcome.context) enqueue.assign(outcome.context);
    for (const effect of outcome.effects ?? []) enqueue({ type: EFFECT, params: effect });
  });
}
