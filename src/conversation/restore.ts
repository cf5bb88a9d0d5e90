import { dangerPriority, raised } from './card-note.ts';
import type { LineMachine } from './machine.ts';
import type { PublishedSet } from './published-set.ts';
import { type ConversationContext, type ConversationState, conversationStateSchema, rootOf } from './state.ts';

const ROOTS = new Set(['waiting', 'live', 'quiet', 'stopped']);

/**
 * A stored state as this set can go on with it. XState throws on a value it does not know, so the value is checked first:
 * an unknown step goes where the profile's `moves` send it, else to the safe step, which says something and offers a person.
 * Danger, language and the card survive every move.
 */
export function restore(
  line: LineMachine,
  set: PublishedSet,
  state: ConversationState,
): { value: string; context: ConversationContext } {
  const parsed = conversationStateSchema.safeParse(state);
  const value = typeof state?.value === 'string' ? state.value : '';
  const context = parsed.success ? parsed.data.context : salvage(state?.context, set.profile.defaultLanguage);
  if (ROOTS.has(value)) return { value, context: onDesk(value, context) };
  if (parsed.success && rootOf(value) === 'bot') {
    if (state.set === set.hash && line.steps.has(value)) return { value, context };
    const moved = `bot.${set.profile.moves[value.slice('bot.'.length)]}`;
    if (line.steps.get(moved)?.question) return { value: moved, context: { ...context, history: undefined } };
  }
  return { value: `bot.${set.profile.safe}`, context: atSafeStep(context) };
}

/** Whoever waits or is talked with stands on the desk, even if the card could not be read. */
function onDesk(value: string, context: ConversationContext): ConversationContext {
  if (context.card || (value !== 'waiting' && value !== 'live')) return context;
  return { ...context, card: raised(context, context.last ?? 0, dangerPriority(context), ['recovered']) };
}

/** No question of the new set has been asked yet, and none of the old one's answers may be read as an answer to it. */
function atSafeStep({
  history: _,
  misses: __,
  aside,
  answers: ___,
  recorded: ____,
  ...kept
}: ConversationContext): ConversationContext {
  return { ...kept, ...(aside === 'scope' && { aside }), moved: true };
}

/** What can be read of a context that is not whole. */
function salvage(context: unknown, language: string): ConversationContext {
  const fields = conversationStateSchema.shape.context.shape;
  const found = context !== null && typeof context === 'object' ? (context as Record<string, unknown>) : {};
  const kept: Record<string, unknown> = { language };
  for (const name of [
    'language',
    'speaks',
    'last',
    'danger',
    'minor',
    'selfHarm',
    'card',
    'muted',
    'held',
    'lost',
    'aside',
  ] as const) {
    const read = fields[name].safeParse(found[name]);
    if (read.success && read.data !== undefined) kept[name] = read.data;
  }
  return kept as ConversationContext;
}
