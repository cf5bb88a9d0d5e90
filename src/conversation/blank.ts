import type { Outcome } from './act.ts';
import type { ConversationContext } from './state.ts';

/** Unsets all that belongs to one conversation; what a line keeps of a person across conversations is the language and the mute. */
export function blank(context: ConversationContext, kept: Partial<ConversationContext> = {}): Outcome['context'] {
  const unset = Object.fromEntries(Object.keys(context).map((key) => [key, undefined]));
  const { language, speaks, muted } = context;
  return { ...unset, language, ...(speaks && { speaks }), ...(muted && { muted }), ...kept };
}
