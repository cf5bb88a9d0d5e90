import type { Act } from './act.ts';
import { raised } from './card-note.ts';
import type { Priority } from './state.ts';

/** The actions that a compiled flow names. Their parameters were checked when the flow was read. */
export const actFlow: Record<'say' | 'keep' | 'reprompt' | 'hand-off' | 'record' | 'end', Act> = {
  say: (context, _, params) => {
    if (context.held === 'who') return {};
    const question = params.question === true;
    return {
      ...(question && {
        context: {
          misses: undefined,
          moved: undefined,
          ...(context.recorded && { recorded: undefined, answers: undefined }),
        },
      }),
      effects: [
        {
          type: 'say',
          key: String(params.key),
          weight: params.safety === true ? 'safety' : 'ordinary',
          ...(question && { question }),
        },
      ],
    };
  },

  keep: ({ answers }, event, params) => {
    if (event.type !== 'ANSWER') return {};
    const value = event.value === 'given' ? event.text : event.value;
    return { context: { answers: { ...answers, [String(params.name)]: value } } };
  },

  reprompt: ({ misses }, _, params) => ({
    context: { misses: (misses ?? 0) + 1 },
    effects: [{ type: 'say', key: String(params.key), weight: 'ordinary', question: true }],
  }),

  'hand-off': (context, event, params) => {
    const priority = params.priority as Priority;
    const danger = priority === 'red' ? 'imminent' : (context.danger ?? (priority === 'crisis' ? 'crisis' : undefined));
    return {
      context: {
        danger,
        misses: undefined,
        card: raised(context, event.at, priority, [String(params.reason)]),
        ...(params.hush === true && { held: 'hold' as const }),
      },
    };
  },

  /**
   * The code is put in by the turn, which alone has a fresh one. Once written down, the answers are let go at the next
   * question: until then steps may still branch on them.
   */
  record: ({ answers = {}, language, speaks, card }, _, params) => {
    const {
      consent = 'none',
      wanted: _wanted,
      shown: _shown,
      receipt: _receipt,
      'record-id': first,
      ...rest
    } = answers;
    const of = params.adds === true && first !== undefined && { of: first };
    const about = { language: speaks ?? language, urgency: card?.priority ?? 'rest' };
    return {
      context: { recorded: true },
      effects: [{ type: 'record', kind: String(params.kind), answers: rest, consent, ...about, code: '', ...of }],
    };
  },

  /** While the desk has the conversation, only a human ends it. */
  end: ({ card }) => ({ effects: card ? [] : [{ type: 'end' }] }),
};
