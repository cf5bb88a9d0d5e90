import type { Act } from './act.ts';
import { blank } from './blank.ts';
import { alerted, dangerPriority, raised, unowned } from './card-note.ts';
import type { Effect } from './effect.ts';
import type { LineEvent } from './event.ts';
import { askLine, sayLine } from './say.ts';
import type { ConversationContext } from './state.ts';

const STOPPED_REASONS: Partial<Record<LineEvent['type'], string>> = {
  HELP: 'stopped-help',
  DANGER: 'stopped-danger',
  EMERGENCY_NUMBER: 'stopped-danger',
  PERSON: 'stopped-person',
  DELETE: 'delete-request',
  LATE_TEXT: 'late-text',
};

/** STOP, START and the sentence that asks for the texts to end. */
export const actOptOut: Record<
  'opt-out' | 'opt-out-unsaid' | 'opt-in' | 'ask-scope' | 'stopped-alert' | 'say-stopped-help' | 'say-stopped-danger',
  Act
> = {
  'opt-out': (context, event) => optOut(context, event.at, !(event.type === 'STOP' && event.silently)),

  'opt-out-unsaid': (context, event) => optOut(context, event.at, false),

  /** Begins blank; a card that a human has not closed stays, for whoever was in danger can be reached again. */
  'opt-in': (context, event) => ({
    context: blank(context, { last: event.at, card: alerted(context.card, 'started-again') }),
    effects: [
      { type: 'opt-in' },
      { type: 'alert', reason: 'started-again' },
      ...(event.type === 'START' && event.silently ? [] : [sayLine('opt-in', 'direct')]),
    ],
  }),

  'ask-scope': (context) => ({
    context: { aside: 'scope', misses: undefined, card: alerted(context.card, 'asked-to-end') },
    effects: [{ type: 'cancel-unsent', bot: true }, askLine('scope-question')],
  }),

  /** An opted-out person wrote something that a human should know of. */
  'stopped-alert': (context, event) => {
    const reason = STOPPED_REASONS[event.type] ?? 'stopped-text';
    return {
      context: { card: alerted(raised(context, event.at, dangerPriority(context), [reason]), reason) },
      effects: [{ type: 'alert', reason }],
    };
  },

  'say-stopped-help': (_, event) => ({
    effects: event.type === 'HELP' && event.silently ? [] : [sayLine('stopped-help', 'direct')],
  }),

  'say-stopped-danger': () => ({ effects: [sayLine('stopped-danger', 'direct')] }),
};

function optOut(context: ConversationContext, at: number, confirmed: boolean): ReturnType<Act> {
  const { danger, minor, last } = context;
  const grave = danger !== undefined || minor || context.card !== undefined;
  const card = grave ? unowned(raised(context, at, dangerPriority(context), [])) : undefined;
  const effects: Effect[] = [{ type: 'cancel-unsent' }, { type: 'opt-out' }];
  if (card) effects.push({ type: 'alert', reason: 'opted-out' });
  if (confirmed) effects.push(sayLine('stop-confirmation', 'stop-confirmation'));
  return { context: blank(context, { danger, minor, last, card: alerted(card, 'opted-out') }), effects };
}
