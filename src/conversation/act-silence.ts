import type { Act } from './act.ts';
import { blank } from './blank.ts';

/** How long the line waits for a text before it takes the talk to be over, or the phone to be in other hands. */
export const SILENCE_MS = 15 * 60_000;

/** Hearing from the texter, and not hearing. */
export const actSilence: Record<'begin' | 'hear' | 'fall-quiet' | 'mark-silent', Act> = {
  begin: (context, event) => ({ context: blank(context, { last: event.at }) }),

  /** After a silence the wait is a new one: it earns its notices again. */
  hear: ({ last, card, waitFrom }, event) => ({
    context: {
      last: Math.max(last ?? 0, event.at),
      held: undefined,
      ...(card?.silentSince !== undefined && {
        card: { ...card, silentSince: undefined },
        ...(waitFrom !== undefined && { waitFrom: event.at, notices: undefined }),
      }),
    },
  }),

  'fall-quiet': (context) => ({ context: blank(context, { last: context.last }) }),

  'mark-silent': ({ last, card }, event) => ({
    context: { aside: undefined, card: card && { ...card, silentSince: (last ?? event.at - SILENCE_MS) + SILENCE_MS } },
  }),
};
