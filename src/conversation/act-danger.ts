import type { Act } from './act.ts';
import { alerted, dangerPriority, raised } from './card-note.ts';
import type { Effect, Say } from './effect.ts';
import type { DangerEvent, LineEvent } from './event.ts';
import { askLine, sayLine } from './say.ts';
import type { ConversationContext } from './state.ts';

/** What is said to someone in danger cancels older texts, so that it is not read after them. */
const OVERTAKE: Effect = { type: 'cancel-unsent' };
const GRAVITY = { none: 0, unsure: 0, crisis: 1, imminent: 2 };

/** Danger, a possible minor, and the number 911. */
export const actDanger: Record<
  | 'raise-danger'
  | 'raise-and-say-once'
  | 'raise-911'
  | 'overtake'
  | 'say-suicide'
  | 'say-minor'
  | 'say-witnessed'
  | 'say-not-911'
  | 'ask-danger'
  | 'alert-danger',
  Act
> = {
  'raise-danger': (context, event) => (event.type === 'DANGER' ? { context: raisedBy(context, event) } : {}),

  overtake: () => ({ effects: [OVERTAKE] }),

  'say-suicide': () => ({ effects: [OVERTAKE, sayLine('suicide', 'safety')] }),

  'say-minor': (context, event) => ({
    effects: [
      OVERTAKE,
      ...(isNewImminent(context, event) ? [sayLine('not-911', 'safety')] : []),
      sayLine('minor', 'safety'),
      sayLine('person-coming'),
    ],
  }),

  'say-witnessed': (context, event) => ({
    effects: [
      ...(isNewImminent(context, event) ? [sayLine('not-911', 'safety')] : []),
      ...(event.type === 'DANGER' && event.minor && !context.minor ? [sayLine('minor', 'safety')] : []),
      ...(context.danger === undefined ? [sayLine('person-coming')] : []),
    ],
  }),

  /** With a person on the way or there, the line itself speaks up at most once a level. */
  'raise-and-say-once': (context, event) => {
    if (event.type !== 'DANGER') return {};
    const effects: Say[] = [];
    const higher = GRAVITY[event.level] > GRAVITY[context.danger ?? 'none'];
    if (event.selfHarm && !context.selfHarm) effects.push(sayLine('suicide', 'safety'));
    else if (higher && event.level === 'imminent') effects.push(sayLine('not-911', 'safety'));
    else if (higher) effects.push(askLine('danger-question', 'safety'));
    if (event.minor && !context.minor) effects.push(sayLine('minor', 'safety'));
    const asks = effects.some(({ question }) => question);
    return { context: { ...raisedBy(context, event), ...(asks && { aside: 'danger' }) }, effects };
  },

  'ask-danger': (_, event) => ({
    context: {
      aside: 'danger',
      misses: undefined,
      doubted: true,
      unread: event.type === 'DANGER' ? event.told : undefined,
    },
    effects: [askLine('danger-question', 'safety')],
  }),

  'raise-911': (context, event) => ({
    context: { danger: 'imminent', aside: undefined, card: raised(context, event.at, 'red', ['asked-for-911']) },
  }),

  'say-not-911': () => ({ effects: [OVERTAKE, sayLine('not-911', 'safety')] }),

  'alert-danger': (context, event) => ({
    context: { card: alerted(raised(context, event.at, dangerPriority(context), ['maybe-danger']), 'maybe-danger') },
    effects: [{ type: 'alert', reason: 'maybe-danger' }],
  }),
};

function isNewImminent({ danger }: ConversationContext, event: LineEvent): boolean {
  return event.type === 'DANGER' && event.level === 'imminent' && danger !== 'imminent';
}

export function raisedBy(context: ConversationContext, event: DangerEvent): Partial<ConversationContext> {
  const level = event.selfHarm ? 'imminent' : event.minor && event.level === 'none' ? 'crisis' : event.level;
  const danger = GRAVITY[level] > GRAVITY[context.danger ?? 'none'] ? (level as 'crisis' | 'imminent') : context.danger;
  const minor = event.minor ? true : context.minor;
  const now = { ...context, ...(danger && { danger }), ...(minor && { minor }) };
  return {
    danger,
    minor,
    // A record made of what a witness tells says so too, and nobody is asked what they have told already.
    ...((event.witness || event.report) && {
      answers: { ...context.answers, told: 'danger', ...(event.minor && { minor: 'yes' }) },
    }),
    selfHarm: event.selfHarm || context.selfHarm ? true : undefined,
    aside: undefined,
    card: raised(context, event.at, dangerPriority(now), [
      ...event.reasons,
      ...(event.minor ? ['minor'] : []),
      ...(event.selfHarm ? ['self-harm'] : []),
    ]),
  };
}
