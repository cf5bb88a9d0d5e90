import type { Act, Outcome } from './act.ts';
import { actDesk } from './act-desk.ts';
import { dangerPriority, raised } from './card-note.ts';
import { askLine, sayLine } from './say.ts';
import type { Aside } from './state.ts';

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
  'help' | 'bot-answer' | 'ask-again' | 'resume' | 'drop-aside' | 'repeat-aside' | 'aside-unclear' | 'step-back',
  Act
> = {
  help: (_, event) =>
    event.type === 'HELP' && event.silently
      ? { context: { aside: 'danger', misses: undefined }, effects: [askLine('danger-question', 'direct')] }
      : { context: { aside: 'help', misses: undefined }, effects: [askLine('help', 'direct')] },

  'bot-answer': () => ({ effects: [sayLine('bot-answer')] }),

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
