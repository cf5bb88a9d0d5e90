import type { Outcome } from './act.ts';
import type { ConversationContext } from './state.ts';

/** Unsets all that belongs to one conversation; what a line keeps of a person across conversations is the language. */
export function blank(context: ConversationContext, kept: Partial<ConversationContext> = {}): Outcome['context'] {
  const unset = Object.fromEntries(Object.keys(context).map((key) => [key, undefined]));
  return { ...unset, language: context.language, ...(context.speaks && { speaks: context.speaks }), ...kept };
}
