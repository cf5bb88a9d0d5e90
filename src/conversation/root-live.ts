import { NOTHING, type RootSteps, type RootTable } from './root-table.ts';

/** An advocate leads the talk: the line speaks only to STOP, HELP, 911 and new danger, and shows the rest. */
export function rootLive({ menu }: RootSteps): RootTable {
  return {
    STOP: [{ target: '#stopped', actions: ['opt-out'] }],
    START: NOTHING,
    HELP: [{ actions: ['help'] }],
    DANGER: [{ guard: 'unsure', actions: ['alert-danger'] }, { actions: ['raise-and-say-once'] }],
    PERSON: NOTHING,
    EMERGENCY_NUMBER: [{ actions: ['raise-911', 'say-not-911'] }],
    MENU: NOTHING,
    BACK: NOTHING,
    LANGUAGE: [{ guard: 'not-offered', actions: ['interpreter'] }, { actions: ['switch-language'] }],
    DELETE: [{ actions: ['alert-delete'] }],
    BOT_QUESTION: NOTHING,
    HOLD: [{ actions: ['hold'] }],
    END_REQUEST: [{ actions: ['ask-scope'] }],
    EMPTY: NOTHING,
    MEDIA: [{ actions: ['alert-media'] }],
    WHO_IS_THIS: [{ actions: ['who-unsaid'] }],
    CLOSING: NOTHING,
    TOPIC: NOTHING,
    QUESTION: NOTHING,
    RECEIPT: NOTHING,
    ANSWER: NOTHING,

    RESUME: [{ actions: ['resume'] }],
    UNCLEAR: [{ actions: ['drop-aside'] }],
    ERASE: [{ actions: ['alert-delete'] }],
    NOT_SAFE: [{ actions: ['not-safe'] }],

    BEGIN: NOTHING,
    WANT: NOTHING,
    HEARD: [{ actions: ['hear'] }],
    RETURN: NOTHING,
    ASK_AGAIN: NOTHING,
    LATE_TEXT: [{ actions: ['alert-late'] }],
    FILE: [{ actions: ['alert-media'] }],
    SILENCE: [{ actions: ['mark-silent'] }],
    NOTICE: NOTHING,
    SCOPE_SILENCE: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
    CLAIM: [{ actions: ['claim'] }],
    ADVOCATE_TEXT: [{ guard: 'may-text', actions: ['say-text'] }, { actions: ['refuse-text'] }],
    CLOSE: [
      { guard: 'silent', target: '#quiet', actions: ['drop-card', 'end'] },
      { guard: 'held', target: '#quiet', actions: ['drop-card', 'end'] },
      { target: '#quiet', actions: ['say-closed', 'drop-card', 'end'] },
    ],
    RELEASE: [
      { guard: 'to-queue', target: '#waiting', actions: ['requeue'] },
      { guard: 'silent', target: '#waiting', actions: ['requeue'] },
      { guard: 'held', target: '#waiting', actions: ['requeue'] },
      { target: menu, actions: ['drop-card'] },
    ],
    DELIVERY: [{ actions: ['note-delivery'] }],
    PROVIDER_OPT_OUT: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
  };
}
