import { type ActName, NOTHING, type RootSteps, type RootTable } from './root-table.ts';

/** A child is a matter for a person at once; what is told of it is written down all the same. */
const REPORTED: ActName[] = ['say-minor', 'want', 'raise-danger'];

/** The bot leads the talk: what every text but an answer does, whichever step it meets. */
export function rootBot({ start, menu, crisis, support, topics, receipt, questions }: RootSteps): RootTable {
  return {
    STOP: [{ target: '#stopped', actions: ['opt-out'] }],
    START: [{ actions: ['ask-again'] }],
    HELP: [{ actions: ['help'] }],
    DANGER: [
      { guard: 'witnessed', actions: ['say-witnessed', 'raise-danger'] },
      ...(topics ? [{ guard: 'reported' as const, target: topics, reenter: true as const, actions: REPORTED }] : []),
      { guard: 'self-harm', target: '#waiting', actions: ['say-suicide', 'raise-danger'] },
      { guard: 'new-minor', target: '#waiting', actions: ['say-minor', 'raise-danger'] },
      { guard: 'unsure', actions: ['ask-danger'] },
      { guard: 'imminent', target: crisis, reenter: true, actions: ['overtake', 'raise-danger'] },
      { target: support, reenter: true, actions: ['overtake', 'raise-danger'] },
    ],
    PERSON: [{ target: '#waiting', actions: ['person-coming'] }],
    EMERGENCY_NUMBER: [{ target: '#waiting', actions: ['raise-911', 'say-not-911', 'person-coming'] }],
    MENU: [{ target: menu, reenter: true, actions: ['drop-aside'] }],
    BACK: [
      ...questions.map((step) => ({
        guard: { type: 'came-from' as const, params: { step } },
        target: `#bot.${step}`,
        reenter: true as const,
        actions: ['step-back' as const],
      })),
      { actions: ['ask-again'] },
    ],
    LANGUAGE: [
      { guard: 'language-heard', actions: ['switch-language'] },
      { guard: 'not-offered', target: '#waiting', actions: ['other-language', 'interpreter'] },
      { actions: ['switch-language', 'say-language', 'ask-again'] },
    ],
    DELETE: [{ guard: 'on-desk', target: '#waiting', actions: ['delete-human'] }, { actions: ['ask-delete'] }],
    BOT_QUESTION: [{ actions: ['bot-answer', 'ask-again'] }],
    HOLD: [{ actions: ['hold'] }],
    END_REQUEST: [{ actions: ['ask-scope'] }],
    EMPTY: [{ guard: 'empty-answered', actions: [] }, { actions: ['ask-safe'] }],
    MEDIA: [{ actions: ['media'] }],
    WHO_IS_THIS: [{ target: start, reenter: true, actions: ['who-is-this'] }],
    CLOSING: NOTHING,
    TOPIC: topics ? [{ target: topics, reenter: true, actions: ['want'] }] : [{ actions: ['ask-again'] }],
    QUESTION: [{ actions: ['answer-aside', 'ask-again'] }],
    RECEIPT: receipt ? [{ target: receipt, reenter: true, actions: ['take-receipt'] }] : [{ actions: ['ask-again'] }],
    ANSWER: [{ actions: ['ask-again'] }],

    RESUME: [{ actions: ['resume'] }],
    UNCLEAR: [
      { guard: 'aside-scope', target: '#waiting', actions: ['aside-unclear'] },
      { guard: 'still-unclear', target: '#waiting', actions: ['aside-unclear'] },
      { actions: ['repeat-aside'] },
    ],
    ERASE: [
      { guard: 'on-desk', target: '#waiting', actions: ['delete-human'] },
      { target: '#quiet', actions: ['erase'] },
    ],
    NOT_SAFE: [{ actions: ['not-safe'] }],

    BEGIN: NOTHING,
    WANT: [{ actions: ['want'] }],
    HEARD: [{ actions: ['hear'] }],
    RETURN: [{ guard: 'was-who', target: start, reenter: true }, { actions: ['ask-safe'] }],
    ASK_AGAIN: [{ actions: ['ask-again'] }],
    LATE_TEXT: [{ target: '#waiting', actions: ['late-text'] }],
    FILE: [{ actions: ['alert-media'] }],
    SILENCE: [
      { guard: 'on-desk', target: '#waiting', actions: ['mark-silent'] },
      { target: '#quiet', actions: ['end'] },
    ],
    NOTICE: NOTHING,
    SCOPE_SILENCE: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
    CLAIM: [{ guard: 'on-desk', target: '#live', actions: ['claim'] }, { actions: [] }],
    ADVOCATE_TEXT: [{ actions: ['refuse-text'] }],
    CLOSE: [{ actions: ['drop-card'] }],
    RELEASE: NOTHING,
    UNHEARD: [{ actions: ['alert-unheard'] }],
    SET_DANGER: NOTHING,
    ATTENTION: [{ actions: ['attention'] }],
    MUTE: [{ actions: ['mute'] }],
    NOBODY_ON: [{ guard: 'on-desk', actions: ['nobody-on'] }, { actions: [] }],
    DELIVERY: [{ actions: ['note-delivery'] }],
    PROVIDER_OPT_OUT: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
  };
}
