import { matchTopic } from '../understanding/match-topic.ts';
import type { Reading } from '../understanding/read-text.ts';
import type { DangerEvent, TextEvent } from './event.ts';
import { optionSaid, readAnswer } from './read-answer.ts';
import type { Scene } from './scene.ts';
import { topicEvent } from './topic-event.ts';
import type { Receipt } from './turn.ts';

/** A text as it was read, with what the provider and the sweep know of it. */
export interface HeardText {
  text: string;
  reading: Reading;
  media: boolean;
  /** It can be no answer: the question that stands went out after it, or is asked again after a hold. */
  early: boolean;
  /** What is known of the receipt code that it holds. */
  receipt?: Receipt | undefined;
  /** What the provider took it for and has answered already. */
  providerHandled?: 'stop' | 'start' | 'help' | undefined;
}

/** How the model's reasons begin. */
export const WEIGHED = 'weighed:';
const SHORT_ANSWER = 5;
/** A text is kept up to Twilio's own limit. */
export const LONGEST_KEPT = 1600;
/** How sure a topic must be to stand against a doubt about danger. */
const SURE_TOPIC = 0.75;
const GRAVITY = { none: 0, crisis: 1, imminent: 2 };

/**
 * The root event that a text is, or undefined when it is an answer (or talk between people). Which meaning wins:
 * an opt-out word alone, then danger, then a sentence that asks for an end, then help, a person, and the rest.
 */
export function interpret(heard: HeardText, scene: Scene): TextEvent | undefined {
  const { reading, providerHandled } = heard;
  const { at } = scene;
  if (providerHandled === 'stop') return { type: 'STOP', at, silently: true };
  if (reading.keyword === 'stop') return { type: 'STOP', at, silently: false };
  if (isListedAnswer(heard, scene)) return undefined;
  const weighed = onlyWeighed(reading);
  const danger = weighed && meansSomethingElse(heard, scene) ? undefined : dangerOf(reading, scene);
  if (danger) {
    const callsFor911 = reading.intent === 'emergency-number' && !danger.selfHarm && !danger.minor;
    return callsFor911 ? { type: 'EMERGENCY_NUMBER', at } : danger;
  }
  if (reading.stopRequest || reading.foldedStop) return { type: 'END_REQUEST', at };
  if (reading.empty) return { type: heard.media ? 'MEDIA' : 'EMPTY', at };
  return (
    receiptOf(heard, scene) ??
    keywordOf(heard, scene) ??
    intentOf(reading, scene) ??
    surelyAsked(heard, scene) ??
    doubtOf(heard, scene) ??
    topicEvent(heard.text, scene, reading.danger.level !== 'none')
  );
}

/** Danger in a text, unless it tells the bot nothing new where the step's own question deals with it. */
export function dangerOf({ danger }: Reading, scene: Scene): DangerEvent | undefined {
  if (danger.level === 'none' && !danger.minor && !danger.selfHarm) return undefined;
  const event: DangerEvent = {
    type: 'DANGER',
    at: scene.at,
    level: danger.level,
    reasons: danger.words.slice(0, 2).map((words) => words.split(':', 1)[0] ?? words),
    minor: danger.minor,
    selfHarm: danger.selfHarm,
  };
  return isNews(event, scene) ? event : undefined;
}

/**
 * Operators listed the very words as an answer to the choice that stands: they mean what they mean there ("how to find me" among what
 * to share), and no topic or danger hides in them. What carriers prescribe for HELP stays that, and so does danger to oneself.
 */
function isListedAnswer({ text, reading, early, providerHandled }: HeardText, scene: Scene): boolean {
  const { keyword, danger } = reading;
  if (early || keyword === 'help' || providerHandled !== undefined || danger.selfHarm) return false;
  return optionSaid(text, scene) !== undefined;
}

/** No list found danger: the model alone suspects it, by how the words weigh. */
function onlyWeighed({ danger }: Reading): boolean {
  return !danger.minor && !danger.selfHarm && danger.words.every((words) => words.startsWith(WEIGHED));
}

/** What is plainly something else is no danger because the model alone suspects it: "english please", "he's back", "second one". */
function meansSomethingElse({ text, reading, receipt }: HeardText, scene: Scene): boolean {
  const { keyword, intent, languageRequest } = reading;
  return [keyword, intent, languageRequest, receipt].some(Boolean) || answersShortly(text, scene);
}

/** A doubt of the model's is not asked about where the text surely asks for something that the line offers. */
function surelyAsked({ text, reading }: HeardText, scene: Scene): TextEvent | undefined {
  if (!reading.danger.unsure || !onlyWeighed(reading)) return undefined;
  const found = matchTopic(text, scene.set.topics, scene.context.language, SURE_TOPIC);
  return found && topicEvent(text, scene);
}

/** A few words that plainly answer a closed question say just that: "me", "someone else", "second one"; so does "skip". */
function answersShortly(text: string, scene: Scene): boolean {
  const { root, context, question } = scene;
  if (root !== 'bot' || text.trim().split(/\s+/u).length > SHORT_ANSWER) return false;
  const open = context.aside === undefined && (question?.answer === 'text' || question?.answer === 'place');
  if (context.aside === undefined && !question) return false;
  // An open question is answered by anything but "skip", and a closed one by nothing but its answers.
  return open === (readAnswer(text, scene).value === 'unknown');
}

function isNews(event: DangerEvent, { root, value, question, context, set }: Scene): boolean {
  if (root !== 'bot' || context.aside !== undefined) return true;
  if ((event.minor && !context.minor) || (event.selfHarm && !context.selfHarm)) return true;
  if (GRAVITY[event.level as keyof typeof GRAVITY] > GRAVITY[context.danger ?? 'none']) return true;
  const flow = value.split('.')[1];
  const inCrisis = [set.profile.crisis, set.profile.support].some((step) => step.split('.')[0] === flow);
  return !inCrisis && question?.answer !== 'text' && question?.answer !== 'place';
}

function receiptOf({ receipt }: HeardText, { at, root }: Scene): TextEvent | undefined {
  if (!receipt || (root !== 'bot' && root !== 'waiting')) return undefined;
  return { type: 'RECEIPT', at, ...receipt };
}

function keywordOf({ reading, providerHandled }: HeardText, { at, root }: Scene): TextEvent | undefined {
  if (reading.keyword === 'help' || providerHandled === 'help') {
    return { type: 'HELP', at, silently: providerHandled === 'help' };
  }
  const starts = reading.keyword === 'start' || reading.keyword === 'yes-start' || providerHandled === 'start';
  return starts && root === 'stopped' ? { type: 'START', at, silently: providerHandled === 'start' } : undefined;
}

function intentOf({ intent, languageRequest }: Reading, { at, root, set }: Scene): TextEvent | undefined {
  switch (intent) {
    case 'emergency-number':
      return { type: 'EMERGENCY_NUMBER', at };
    case 'person':
      return { type: 'PERSON', at };
    case 'delete':
      return { type: 'DELETE', at };
    case 'bot-question':
      return { type: 'BOT_QUESTION', at };
    case 'hold':
      return { type: 'HOLD', at };
    case 'who-is-this':
      return { type: 'WHO_IS_THIS', at };
    case 'menu':
      return { type: 'MENU', at };
    case 'back':
      return { type: 'BACK', at };
    case 'closing':
      // With a question standing, "ok" and "thanks" may be the answer to it.
      return root === 'quiet' ? { type: 'CLOSING', at } : undefined;
    case undefined:
      if (languageRequest === undefined) return undefined;
      return {
        type: 'LANGUAGE',
        at,
        language: languageRequest,
        offered: Object.hasOwn(set.profile.languages, languageRequest),
        asked: true,
      };
  }
}

/** Neither clearly danger nor clearly none: asked about once, unless the text plainly answers what was asked. */
function doubtOf({ text, reading }: HeardText, scene: Scene): DangerEvent | undefined {
  const { root, context } = scene;
  if (!reading.danger.unsure) return undefined;
  if (root === 'bot' && (context.doubted || context.card)) return undefined;
  // Whoever waits is known to be in danger: to ask again would only keep them at the phone.
  if (root === 'waiting' && context.danger === 'imminent') return undefined;
  // They have said already that they are in no danger; that the model doubts it is no reason to ask the same again.
  if (root === 'bot' && context.answers?.danger === 'no' && onlyWeighed(reading)) return undefined;
  const standing = context.aside !== undefined || (scene.question && scene.question.answer !== 'text');
  if (standing && readAnswer(text, scene).value !== 'unknown') return undefined;
  const open = context.aside === undefined && scene.question?.answer === 'text';
  const told = open && { told: text.slice(0, LONGEST_KEPT) };
  return { type: 'DANGER', at: scene.at, level: 'unsure', reasons: [], minor: false, selfHarm: false, ...told };
}
