import type { Act, Outcome } from './act.ts';
import { alerted, dangerPriority, raised } from './card-note.ts';
import { askLine, sayLine } from './say.ts';
import type { ConversationContext } from './state.ts';

/** When it may not be safe to text, or nobody can tell: an empty text, a picture, "he's back", "who is this". */
export const actUnsafe: Record<
  'ask-safe' | 'media' | 'alert-media' | 'hold' | 'not-safe' | 'who-is-this' | 'who-unsaid',
  Act
> = {
  'ask-safe': (_, event) => ({
    context: { aside: 'safe', misses: undefined, ...(event.type === 'EMPTY' && { emptyAt: event.at }) },
    effects: [askLine('empty')],
  }),

  media: (context, event) => ({
    context: {
      aside: 'media',
      misses: undefined,
      card: alerted(raised(context, event.at, dangerPriority(context), ['media']), 'media'),
    },
    effects: [{ type: 'alert', reason: 'media' }, askLine('media')],
  }),

  'alert-media': (context, event) => ({
    context: { card: alerted(raised(context, event.at, dangerPriority(context), ['media']), 'media') },
    effects: [{ type: 'alert', reason: 'media' }],
  }),

  /** They may not be alone: not one more text until they write. */
  hold: (context) => ({
    context: {
      held: 'hold',
      aside: scopeOf(context),
      card:
        context.card &&
        alerted({ ...context.card, reasons: [...new Set([...context.card.reasons, 'unsafe'])] }, 'unsafe'),
    },
    effects: [{ type: 'cancel-unsent' }, ...(context.card ? [{ type: 'alert' as const, reason: 'unsafe' }] : [])],
  }),

  'not-safe': (context, event) => ({
    context: {
      held: 'hold',
      aside: undefined,
      card: alerted(raised(context, event.at, 'crisis', ['not-safe-to-text']), 'unsafe'),
    },
    effects: [{ type: 'cancel-unsent' }, { type: 'alert', reason: 'unsafe' }],
  }),

  'who-is-this': (context) => {
    const unsaid = whoUnsaid(context);
    return { ...unsaid, effects: [...(unsaid.effects ?? []), sayLine('who-is-this')] };
  },

  'who-unsaid': whoUnsaid,
};

/** Someone else may hold the phone: nothing of what was talked about is said again, and a human is warned. */
function whoUnsaid(context: ConversationContext): Outcome {
  const grave = context.card !== undefined || context.danger !== undefined;
  const reason = 'someone-else-may-hold-the-phone';
  return {
    context: { held: 'who', aside: scopeOf(context), history: undefined, card: alerted(context.card, reason) },
    effects: [{ type: 'cancel-unsent' }, ...(grave ? [{ type: 'alert' as const, reason }] : [])],
  };
}

/** Whoever asked for an end and then fell silent has still asked for it. */
function scopeOf({ aside }: ConversationContext): 'scope' | undefined {
  return aside === 'scope' ? aside : undefined;
}
