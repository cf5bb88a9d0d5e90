import { NOTHING, type RootSteps, type RootTable } from './root-table.ts';

/** Opted out: nothing leaves but one fixed answer each to HELP, START and danger, and the desk is told. */
export function rootStopped({ start, answersStopped }: RootSteps): RootTable {
  return {
    STOP: NOTHING,
    START: [{ target: start, actions: ['opt-in'] }],
    HELP: [{ actions: answersStopped ? ['stopped-alert', 'say-stopped-help'] : ['stopped-alert'] }],
    DANGER: [
      { guard: 'unsure', actions: ['stopped-alert'] },
      { actions: ['raise-danger', 'stopped-alert', ...(answersStopped ? (['say-stopped-danger'] as const) : [])] },
    ],
    PERSON: [{ actions: ['stopped-alert'] }],
    EMERGENCY_NUMBER: [
      { actions: ['raise-911', 'stopped-alert', ...(answersStopped ? (['say-stopped-danger'] as const) : [])] },
    ],
    MENU: NOTHING,
    BACK: NOTHING,
    LANGUAGE: NOTHING,
    DELETE: [{ actions: ['stopped-alert'] }],
    BOT_QUESTION: NOTHING,
    HOLD: NOTHING,
    END_REQUEST: NOTHING,
    EMPTY: NOTHING,
    MEDIA: NOTHING,
    WHO_IS_THIS: NOTHING,
    CLOSING: NOTHING,
    TOPIC: NOTHING,
    QUESTION: NOTHING,
    RECEIPT: NOTHING,
    ANSWER: NOTHING,

    RESUME: NOTHING,
    UNCLEAR: NOTHING,
    ERASE: NOTHING,
    NOT_SAFE: NOTHING,

    BEGIN: NOTHING,
    WANT: NOTHING,
    HEARD: [{ actions: ['hear'] }],
    RETURN: NOTHING,
    ASK_AGAIN: NOTHING,
    LATE_TEXT: [{ actions: ['stopped-alert'] }],
    FILE: NOTHING,
    SILENCE: NOTHING,
    NOTICE: NOTHING,
    SCOPE_SILENCE: NOTHING,
    CLAIM: NOTHING,
    ADVOCATE_TEXT: [{ actions: ['refuse-text'] }],
    CLOSE: [{ actions: ['drop-card'] }],
    RELEASE: NOTHING,
    SET_DANGER: NOTHING,
    ATTENTION: [{ actions: ['attention'] }],
    MUTE: [{ actions: ['mute'] }],
    NOBODY_ON: NOTHING,
    DELIVERY: NOTHING,
    PROVIDER_OPT_OUT: NOTHING,
  };
}
