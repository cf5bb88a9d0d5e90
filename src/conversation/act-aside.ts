import type { Act, Outcome } from './act.ts';
import { actDesk, alert } from './act-desk.ts';
import { blank } from './blank.ts';
import { alerted, dangerPriority, raised } from './card-note.ts';
import { askLine, sayLine } from './say.ts';
import type { Aside, ConversationContext } from './state.ts';

/** What repeats each of the line's own questions after an unclear answer. */
const AGAIN: Record<Aside, string> = {
  danger: 'danger-question-again',
  help: 'help-again',
  scope: 'scope-question',
  delete: 'delete-ask',
  safe: 'empty',
  media: 'media',
};

const ASK_AGAIN: Outcome = { effects: [{ type: 'ask-again' }] };

/** What the line answers by itself without losing the place in a flow or in the queue. */
export const actAside: Record<
  | 'help'
  | 'bot-answer'
  | 'switch-language'
  | 'say-language'
  | 'other-language'
  | 'ask-delete'
  | 'delete-human'
  | 'alert-delete'
  | 'erase'
  | 'ask-safe'
  | 'media'
  | 'alert-media'
  | 'hold'
  | 'not-safe'
  | 'who-is-this'
  | 'who-unsaid'
  | 'interpreter'
  | 'ask-again'
  | 'resume'
  | 'drop-aside'
  | 'repeat-aside'
  | 'aside-unclear'
  | 'step-back',
  Act
> = {
  help: (_, event) =>
    event.type === 'HELP' && event.silently
      ? { context: { aside: 'danger', misses: undefined }, effects: [askLine('danger-question', 'direct')] }
      : { context: { aside: 'help', misses: undefined }, effects: [askLine('help', 'direct')] },

  'bot-answer': () => ({ effects: [sayLine('bot-answer')] }),

  'switch-language': (_, event) =>
    event.type === 'LANGUAGE' ? { context: { language: event.language, speaks: undefined } } : {},

  'say-language': () => ({ effects: [sayLine('language-switched')] }),

  /** The language is not offered: the desk finds an interpreter. */
  interpreter: (context, event) =>
    event.type === 'LANGUAGE'
      ? {
          context: {
            speaks: event.language,
            card: raised(context, event.at, dangerPriority(context), ['interpreter']),
          },
          effects: [{ type: 'alert', reason: 'interpreter' }],
        }
      : {},

  'other-language': ({ speaks }) => ({ effects: speaks === undefined ? [sayLine('other-language')] : [] }),

  'ask-delete': () => ({ context: { aside: 'delete', misses: undefined }, effects: [askLine('delete-ask')] }),

  'delete-human': (context, event) => ({
    context: {
      aside: undefined,
      card: alerted(raised(context, event.at, dangerPriority(context), ['delete-request']), 'delete-request'),
    },
    effects: [{ type: 'alert', reason: 'delete-request' }, sayLine('delete-human')],
  }),

  'alert-delete': (context) => alert(context, 'delete-request'),

  erase: (context) => ({
    context: blank(context),
    effects: [{ type: 'cancel-unsent' }, sayLine('delete-done'), { type: 'forget' }, { type: 'end' }],
  }),

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
      aside: undefined,
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

  'ask-again': (context) => ({ ...(context.moved && { context: { moved: undefined } }), ...ASK_AGAIN }),

  resume: ({ aside }) => ({
    context: { aside: undefined, misses: undefined },
    effects: [
      ...(aside === 'scope' ? [sayLine('scope-kept')] : []),
      ...(aside === 'delete' ? [sayLine('delete-kept')] : []),
      { type: 'ask-again' },
    ],
  }),

  'drop-aside': () => ({ context: { aside: undefined, misses: undefined } }),

  'repeat-aside': ({ aside, misses }) => ({
    context: { misses: (misses ?? 0) + 1 },
    effects: aside ? [askLine(AGAIN[aside])] : [],
  }),

  /** Twice not understood: a person reads it. Someone who asked for an end hears no more of us meanwhile. */
  'aside-unclear': (context, event, params) => {
    const scope = context.aside === 'scope';
    const card = raised(context, event.at, dangerPriority(context), [scope ? 'asked-to-end' : 'not-understood']);
    if (scope) return { context: { card, misses: undefined } };
    const said = actDesk['person-coming'](context, event, params);
    return { context: { ...said.context, card }, effects: said.effects ?? [] };
  },

  'step-back': ({ history }) => ({ context: { aside: undefined, misses: undefined, history: history?.slice(0, -1) } }),
};

/** Someone else may hold the phone: nothing of what was talked about is said again, and a human is warned. */
function whoUnsaid(context: ConversationContext): Outcome {
  const grave = context.card !== undefined || context.danger !== undefined;
  const reason = 'someone-else-may-hold-the-phone';
  return {
    context: { held: 'who', aside: undefined, history: undefined, card: alerted(context.card, reason) },
    effects: [{ type: 'cancel-unsent' }, ...(grave ? [{ type: 'alert' as const, reason }] : [])],
  };
}
