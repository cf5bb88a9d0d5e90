import type { Act, Outcome } from './act.ts';
import { raisedBy } from './act-danger.ts';
import { alerted, dangerPriority, raised, unowned } from './card-note.ts';
import { sayLine } from './say.ts';
import type { ConversationContext } from './state.ts';

/** The alert of an order to let somebody go that was not carried out, for a text of theirs came first. */
export const TEXT_WHILE_LEAVING = 'text-while-leaving';

/** The queue, and what advocates do. */
export const actDesk: Record<
  | 'person-coming'
  | 'begin-waiting'
  | 'notice'
  | 'claim'
  | 'say-text'
  | 'refuse-text'
  | 'say-closed'
  | 'alert-unheard'
  | 'drop-card'
  | 'requeue'
  | 'set-danger'
  | 'attention'
  | 'mute'
  | 'nobody-on'
  | 'late-text'
  | 'alert-late'
  | 'note-delivery',
  Act
> = {
  'person-coming': (context, event) => ({
    context: {
      aside: undefined,
      misses: undefined,
      card: raised(context, event.at, dangerPriority(context), ['asked-for-a-person']),
    },
    effects: [sayLine('person-coming')],
  }),

  /** Nobody waits without being on the desk, whichever way they came. */
  'begin-waiting': (context, event) => ({
    context: {
      waitFrom: event.at,
      notices: undefined,
      card: context.card ?? raised(context, event.at, dangerPriority(context), []),
    },
  }),

  notice: (context) => {
    const notices = (context.notices ?? 0) + 1;
    return { context: { notices }, effects: [sayLine(notices === 1 ? 'notice-1' : 'notice-2', 'notice')] };
  },

  claim: (context, event) => {
    if (event.type !== 'CLAIM') return {};
    const { reserved: _, skill: __, nobody: ___, ...card } = raised(context, event.at, dangerPriority(context), []);
    const aside = context.aside === 'scope' ? context.aside : undefined;
    return {
      context: {
        card: { ...card, owner: event.advocate, unanswered: event.at, met: card.met ?? 'held' },
        aside,
        waitFrom: undefined,
        notices: undefined,
        history: undefined,
      },
      effects: [{ type: 'cancel-unsent', bot: true }],
    };
  },

  'say-text': ({ card }, event) => {
    if (event.type !== 'ADVOCATE_TEXT') return {};
    const { advocate, text, id, holdMs } = event;
    return {
      context: { card: card && { ...card, unanswered: undefined, answered: true, met: 'answered' } },
      effects: [{ type: 'say-text', text, advocate, id, ...(holdMs && { holdMs }) }],
    };
  },

  'refuse-text': (context, event) =>
    alert(context, event.type === 'ADVOCATE_TEXT' ? refusal(context, event) : 'text-refused'),

  'say-closed': () => ({ effects: [sayLine('closed')] }),

  'alert-unheard': (context) => alert(context, TEXT_WHILE_LEAVING),

  'drop-card': () => ({ context: { card: undefined } }),

  requeue: ({ card }, event) => {
    if (event.type !== 'RELEASE') return {};
    const { why, reserved, skill } = event;
    const back = unowned(card);
    const handed = back && { ...back, ...(reserved && { reserved }), ...(skill && { skill }) };
    return {
      context: { card: why ? alerted(handed, why) : handed, aside: undefined },
      effects: why ? [{ type: 'alert', reason: why }] : [],
    };
  },

  /** A human's judgement, up or down; what the person writes later may raise it again. */
  'set-danger': (context, event) => {
    if (event.type !== 'SET_DANGER' || context.card === undefined) return {};
    const danger = event.level === 'none' ? undefined : event.level;
    const { danger: _, ...rest } = context;
    const priority = dangerPriority(danger ? { ...rest, danger } : rest);
    return { context: { danger, card: { ...context.card, priority } } };
  },

  attention: ({ card }, event) =>
    event.type === 'ATTENTION' && card ? { context: { card: { ...card, attention: event.on || undefined } } } : {},

  mute: (_, event) => (event.type === 'MUTE' ? { context: { muted: event.on || undefined } } : {}),

  /** Said once, and only where no notice has told the truth about the wait already. */
  'nobody-on': (context) => {
    const { card, held, aside, notices } = context;
    const told = alert(context, 'nobody-on');
    const silent = held !== undefined || aside === 'scope' || card?.silentSince !== undefined;
    const says = !silent && !card?.nobody && notices === undefined;
    return {
      context: {
        card: told.context?.card && { ...told.context.card, nobody: true },
        ...(says && context.waitFrom !== undefined && { notices: 1 }),
      },
      effects: [...(told.effects ?? []), ...(says ? [sayLine('nobody-on', 'notice')] : [])],
    };
  },

  /** Found so late that no answer of ours can fit it: a human sees it, with no automatic word around it. */
  'late-text': (context, event) => {
    const danger = event.type === 'LATE_TEXT' && event.danger ? raisedBy(context, event.danger) : {};
    const now = { ...context, ...danger };
    const card = raised(now, event.at, dangerPriority(now), ['late-text']);
    return {
      context: { ...danger, card: alerted({ ...card, silentSince: card.silentSince ?? event.at }, 'late-text') },
      effects: [{ type: 'alert', reason: 'late-text' }],
    };
  },

  'alert-late': (context, event) => {
    const danger = event.type === 'LATE_TEXT' && event.danger ? raisedBy(context, event.danger) : {};
    const told = alert({ ...context, ...danger }, 'late-text');
    return { context: { ...danger, ...told.context }, effects: told.effects ?? [] };
  },

  'note-delivery': (context, event) => {
    if (event.type !== 'DELIVERY') return {};
    const lostSafety = event.lost && event.safety;
    const onDesk = context.card !== undefined || context.danger !== undefined;
    if (!lostSafety && !onDesk) return {};
    const reason = lostSafety ? 'safety-text-lost' : 'text-not-delivered';
    const card = onDesk ? raised(context, event.at, dangerPriority(context), []) : undefined;
    return {
      context: {
        card: alerted(card, reason),
        ...(lostSafety && { lost: [...new Set([...(context.lost ?? []), event.key])] }),
      },
      effects: [{ type: 'alert', reason }],
    };
  },
};

/** Tells the desk, on the card where there is one. */
export function alert(context: ConversationContext, reason: string): Outcome {
  return { context: { card: alerted(context.card, reason) }, effects: [{ type: 'alert', reason }] };
}

function refusal(context: ConversationContext, event: { advocate: string }): string {
  if (context.held) return 'text-refused-unsafe';
  if (context.card?.owner !== undefined && context.card.owner !== event.advocate) return 'text-refused-not-owner';
  return context.card?.silentSince === undefined ? 'text-refused' : 'text-refused-silent';
}
