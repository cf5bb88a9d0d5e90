import { NOTHING, type RootSteps, type RootTable } from './root-table.ts';

/**
 * No talk is under way. Every text that starts one is preceded by BEGIN (see hear-texts.ts), so that what it means is dealt
 * with in the bot; only what must not start one is dealt with here.
 */
export function rootQuiet({ start }: RootSteps): RootTable {
  return {
    STOP: [{ target: '#stopped', actions: ['opt-out'] }],
    START: NOTHING,
    HELP: NOTHING,
    DANGER: NOTHING,
    PERSON: NOTHING,
    EMERGENCY_NUMBER: NOTHING,
    MENU: NOTHING,
    BACK: NOTHING,
    LANGUAGE: NOTHING,
    DELETE: NOTHING,
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

    BEGIN: [{ target: start, actions: ['begin'] }],
    WANT: NOTHING,
    HEARD: [{ actions: ['hear'] }],
    RETURN: NOTHING,
    ASK_AGAIN: NOTHING,
    LATE_TEXT: [{ target: '#waiting', actions: ['late-text'] }],
    FILE: NOTHING,
    SILENCE: NOTHING,
    NOTICE: NOTHING,
    SCOPE_SILENCE: NOTHING,
    CLAIM: NOTHING,
    ADVOCATE_TEXT: [{ actions: ['refuse-text'] }],
    CLOSE: NOTHING,
    RELEASE: NOTHING,
    UNHEARD: NOTHING,
    SET_DANGER: NOTHING,
    ATTENTION: NOTHING,
    MUTE: [{ actions: ['mute'] }],
    NOBODY_ON: NOTHING,
    DELIVERY: NOTHING,
    PROVIDER_OPT_OUT: [{ target: '#stopped', actions: ['opt-out-unsaid'] }],
  };
}
