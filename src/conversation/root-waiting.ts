import { type Move, NOTHING, type RootTable } from './root-table.ts';

/** Whatever they ask of the bot, the truth about the wait is the answer, while a notice is left. */
const STILL_WAITING: Move[] = [{ guard: 'may-notice', actions: ['notice'] }, { actions: [] }];

/** In the queue: nothing takes the place away but STOP, a claim, or a human who closes. */
export const rootWaiting: RootTable = {
  STOP: [{ target: '#stopped', actions: ['opt-out'] }],
  START: NOTHING,
  HELP: [{ actions: ['help'] }],
  DANGER: [
    // A person reads it all: the same question over and over would only wear them out.
    { guard: 'unsure-again', actions: ['alert-danger'] },
    { guard: 'unsure', actions: ['alert-danger', 'ask-danger'] },
    { actions: ['raise-and-say-once'] },
  ],
  PERSON: STILL_WAITING,
  EMERGENCY_NUMBER: [{ actions: ['raise-911', 'say-not-911'] }],
  MENU: STILL_WAITING,
  BACK: STILL_WAITING,
  LANGUAGE: [
    { guard: 'language-heard', actions: ['switch-language'] },
    { guard: 'not-offered', actions: ['other-language', 'interpreter'] },
    { actions: ['switch-language', 'say-language'] },
  ],
  DELETE: [{ actions: ['delete-human'] }],
  BOT_QUESTION: [{ actions: ['bot-answer'] }],
  HOLD: [{ actions: ['hold'] }],
  END_REQUEST: [{ actions: ['ask-scope'] }],
  EMPTY: [{ guard: 'empty-answered', actions: [] }, { actions: ['ask-safe'] }],
  MEDIA: [{ actions: ['media'] }],
  WHO_IS_THIS: [{ actions: ['who-is-this'] }],
  CLOSING: NOTHING,
  TOPIC: NOTHING,
  QUESTION: [{ guard: 'in-danger', actions: [] }, { actions: ['answer-aside'] }],
  RECEIPT: [{ guard: 'in-danger', actions: [] }, { actions: ['say-receipt'] }],
  ANSWER: NOTHING,

  RESUME: [{ actions: ['resume'] }],
  UNCLEAR: [{ guard: 'aside-scope', actions: [] }, { actions: ['drop-aside'] }],
  ERASE: [{ actions: ['delete-human'] }],
  NOT_SAFE: [{ actions: ['not-safe'] }],

  BEGIN: NOTHING,
  WANT: NOTHING,
  HEARD: [{ actions: ['hear'] }],
  RETURN: [{ guard: 'was-who', actions: [] }, { actions: ['ask-safe'] }],
  ASK_AGAIN: NOTHING,
  LATE_TEXT: [{ actions: ['alert-late'] }],
  FILE: [{ actions: ['alert-media'] }],
  SILENCE: [{ actions: ['mark-silent'] }],
  NOTICE: [{ guard: 'notice-due', actions: ['notice'] }, { actions: [] }],
  SCOPE_SILENCE: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
  CLAIM: [{ target: '#live', actions: ['claim'] }],
  ADVOCATE_TEXT: [{ actions: ['refuse-text'] }],
  CLOSE: [{ target: '#quiet', actions: ['drop-card', 'end'] }],
  /** It is kept for somebody, or for a skill. */
  RELEASE: [{ guard: 'to-queue', actions: ['requeue'] }, { actions: [] }],
  UNHEARD: [{ actions: ['alert-unheard'] }],
  SET_DANGER: NOTHING,
  ATTENTION: [{ actions: ['attention'] }],
  MUTE: [{ actions: ['mute'] }],
  NOBODY_ON: [{ actions: ['nobody-on'] }],
  DELIVERY: [{ actions: ['note-delivery'] }],
  PROVIDER_OPT_OUT: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
};
