import type { Act } from './act.ts';
import { alert } from './act-desk.ts';
import { blank } from './blank.ts';
import { alerted, dangerPriority, raised } from './card-note.ts';
import { askLine, sayLine } from './say.ts';

/** Erasing what the line holds of someone: asked about first, and never done behind a person's back who may be needed. */
export const actDelete: Record<'ask-delete' | 'delete-human' | 'alert-delete' | 'erase', Act> = {
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
};
