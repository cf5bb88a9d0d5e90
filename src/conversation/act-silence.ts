import type { Act } from './act.ts';
import { blank } from './blank.ts';
import { alerted } from './card-note.ts';
import type { CardNote } from './state.ts';

/** How long the line waits for a text before it takes the talk to be over, or the phone to be in other hands. */
export const SILENCE_MS = 15 * 60_000;
/** A last text further ahead of now than this was dated by a clock that has been set back since. */
export const SET_BACK_MS = 5 * 60_000;

/** Hearing from the texter, and not hearing. */
export const actSilence: Record<'begin' | 'hear' | 'fall-quiet' | 'mark-silent' | 'say-no-more', Act> = {
  begin: (context, event) => ({ context: blank(context, { last: event.at }) }),

  /** After a silence the wait is a new one: it earns its notices again. */
  hear: ({ last, card, waitFrom }, event) => ({
    context: {
      last: Math.max(last ?? 0, event.at),
      held: undefined,
      ...(card && { card: heardBy(card, event.at) }),
      ...(card?.silentSince !== undefined && waitFrom !== undefined && { waitFrom: event.at, notices: undefined }),
    },
  }),

  'fall-quiet': (context) => (context.card ? {} : { context: blank(context, { last: context.last }) }),

  /** They said goodbye while they were in the queue: a human sees it, and the line adds nothing until they write. */
  'say-no-more': ({ card }, event) => ({
    context: { card: card && alerted({ ...card, silentSince: event.at }, 'said-goodbye') },
  }),

  'mark-silent': ({ last, card }, event) => ({
    context: {
      aside: undefined,
      last: last && Math.min(last, event.at),
      card: card && { ...card, silentSince: event.at },
    },
  }),
};

/** Whoever has them owes them an answer from now on, if none is owed already. */
function heardBy({ silentSince: _, ...card }: CardNote, at: number): CardNote {
  return card.owner !== undefined && card.unanswered === undefined ? { ...card, unanswered: at } : card;
}
