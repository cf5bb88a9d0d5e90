import type { ActionParams } from './act.ts';
import type { LineEvent } from './event.ts';
import { MAX_NOTICES, noticeDue } from './notice-due.ts';
import type { ConversationContext } from './state.ts';

export type Guard = (context: ConversationContext, event: LineEvent, params: ActionParams) => boolean;

/** An empty text is answered at most once in this time: some phones send them by themselves. */
const EMPTY_MS = 10 * 60_000;
/** One unclear answer is asked about once more; after the second a person reads it. */
const MISSES = 1;

export const guards = {
  'on-desk': ({ card }) => card !== undefined,
  'in-danger': ({ danger }) => danger === 'imminent',
  held: ({ held }) => held !== undefined,
  silent: ({ card }) => card?.silentSince !== undefined,
  witnessed: (_, event) => event.type === 'DANGER' && event.witness === true,
  reported: (_, event) => event.type === 'DANGER' && event.report !== undefined,
  'self-harm': (_, event) => event.type === 'DANGER' && event.selfHarm,
  'new-minor': ({ minor }, event) => event.type === 'DANGER' && event.minor && !minor,
  unsure: (_, event) => event.type === 'DANGER' && event.level === 'unsure',
  'unsure-again': ({ doubted }, event) => doubted === true && event.type === 'DANGER' && event.level === 'unsure',
  imminent: (_, event) => event.type === 'DANGER' && event.level === 'imminent',
  'language-heard': (_, event) => event.type === 'LANGUAGE' && !event.asked && event.offered,
  'not-offered': (_, event) => event.type === 'LANGUAGE' && !event.offered,
  'empty-answered': ({ emptyAt }, event) => emptyAt !== undefined && event.at < emptyAt + EMPTY_MS,
  'still-unclear': ({ misses }) => (misses ?? 0) >= MISSES,
  'aside-scope': ({ aside }) => aside === 'scope',
  'danger-asked': ({ aside, danger }) => aside === 'danger' || danger === 'imminent',
  'was-who': (_, event) => event.type === 'RETURN' && event.from === 'who',
  'may-notice': ({ notices }) => (notices ?? 0) < MAX_NOTICES,
  'notice-due': (context, event) => {
    const due = noticeDue(context);
    return due !== undefined && event.at >= due;
  },
  /** Only the owner's words go out, never to a phone that may be in other hands, and after a silence only if they say so twice. */
  'may-text': ({ card, held }, event) =>
    event.type === 'ADVOCATE_TEXT' &&
    held === undefined &&
    (card?.owner === undefined || card.owner === event.advocate) &&
    (card?.silentSince === undefined || event.confirmed),
  /** They wrote again, and whoever lets them go had not seen it. */
  unheard: ({ last }, event) =>
    (event.type === 'CLOSE' || event.type === 'RELEASE') && event.seen !== undefined && (last ?? 0) > event.seen,
  /** The desk takes back whoever hears nothing, unless the answer came first. */
  'answered-meanwhile': ({ card }, event) =>
    event.type === 'RELEASE' && event.why === 'unanswered' && card?.answered === true,
  'to-queue': (_, event) => event.type === 'RELEASE' && event.to === 'queue',
  'to-step': (_, event, params) => event.type === 'RELEASE' && event.step === params.step,
  'came-from': ({ history }, _, params) => history?.at(-1) === params.step,

  answered: (_, event, params) => event.type === 'ANSWER' && event.value === params.is,
  'answer-known': ({ answers }, _, params) => answers?.[String(params.name)] !== undefined,
  'answer-kept': ({ answers }, _, params) => answers?.[String(params.name)] === params.is,
  'may-reprompt': ({ misses }, _, params) => (misses ?? 0) < Number(params.limit),
} satisfies Record<string, Guard>;
