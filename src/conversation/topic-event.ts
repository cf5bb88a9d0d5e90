import { matchTopic } from '../understanding/match-topic.ts';
import { normalise } from '../understanding/normalise.ts';
import { readServices } from '../understanding/read-services.ts';
import { tokenise } from '../understanding/tokens.ts';
import type { Likely } from '../understanding/topic-index.ts';
import type { TextEvent, WantedEvent } from './event.ts';
import { readAnswer } from './read-answer.ts';
import type { Scene } from './scene.ts';

/** How sure a topic must be where the text is no answer to what was asked, where it may be one, and where anything would be. */
const NO_ANSWER = 0.5;
const MAYBE_ANSWER = 0.75;
const OPEN_QUESTION = 0.85;
/** How sure it must be where the text has a question mark, or would make a strange place. */
const PLAIN_QUESTION = 0.6;
/** An answer of fewer words is taken for what it says. */
const SENTENCE = 4;
/** The topic of whoever needs a service. */
const NEED = 'referral';
/** Fewer words than this are no question by themselves, but may well be a part of an answer. */
const FEWEST = 3;
/** A longer text is a story, whose parts may well look like questions. */
const STORY = 16;

/**
 * What a text asks for by itself, whatever was asked: something the line offers, or a question it has an answer to. Undefined
 * where the text answers the question that stands, or asks for nothing.
 * @param endangered danger is told of: then help is looked for only where it is asked for, or a passport kept by somebody would be a wish for one
 */
export function topicEvent(text: string, scene: Scene, endangered = false): TextEvent | undefined {
  const { at, root, value, context, question, set } = scene;
  if (root === 'waiting') return context.aside ? undefined : questionEvent(text, scene, OPEN_QUESTION);
  if (root !== 'bot') return undefined;
  if (context.aside === 'danger') return askedMeanwhile(text, scene);
  if (context.aside !== undefined && context.aside !== 'help') return undefined;
  if (question?.keep === 'question') return topicOnly(text, scene);
  if (question?.answer === 'text') return questionEvent(text, scene, isAsked(text) ? PLAIN_QUESTION : OPEN_QUESTION);
  if (question?.answer === 'place') return questionEvent(text, scene, PLAIN_QUESTION);
  const answered = question !== undefined && readAnswer(text, scene).value !== 'unknown';
  if (answered && (question.answer === 'yes-no' || question.guarded || words(text) < SENTENCE)) return undefined;
  const found =
    matchTopic(text, set.topics, context.language, answered ? MAYBE_ANSWER : NO_ANSWER) ??
    (endangered ? undefined : needOf(text, scene, answered));
  const step = set.topicSteps.get(found?.id ?? '');
  if (!found || (answered && flowOf(step) === value.split('.')[1])) return undefined;
  // With a person on the way they tell what happens; only what is surely asked for leads elsewhere.
  if (context.card && step !== undefined && found.share < MAYBE_ANSWER) return undefined;
  // They stand there already: to begin again would ask the same for ever, and never count as not understood.
  if (value === `bot.${step}`) return undefined;
  if (step !== undefined) return { type: 'TOPIC', at, id: found.id, text };
  return found.kind === 'question' ? { type: 'QUESTION', at, id: found.id, text } : undefined;
}

/**
 * A kind of help that is plainly named is looked for, however it is asked: "lawyer please". Not where a person has been asked for already,
 * or they have said what they want: then it is what they tell.
 */
function needOf(text: string, { context, set }: Scene, answered: boolean): Likely | undefined {
  const told = answered || context.card !== undefined || context.answers?.wanted !== undefined;
  if (told || words(text) > STORY || readServices(text, set.services).length === 0) return undefined;
  return { kind: 'topic', id: NEED, share: 1 };
}

/** A question has its answer also while it is asked whether they are in danger: the line asks that again after it. */
function askedMeanwhile(text: string, scene: Scene): TextEvent | undefined {
  if (readAnswer(text, scene).value !== 'unknown') return undefined;
  return questionEvent(text, scene, isAsked(text) ? PLAIN_QUESTION : OPEN_QUESTION);
}

/** Asked for a question, they ask for something that has a flow of its own; every other question is that step's to answer. */
function topicOnly(text: string, scene: Scene): TextEvent | undefined {
  const { at, context, set } = scene;
  const found = matchTopic(text, set.topics, context.language, NO_ANSWER) ?? needOf(text, scene, false);
  return found && set.topicSteps.has(found.id) ? { type: 'TOPIC', at, id: found.id, text } : undefined;
}

/** A question that is asked aside: it is answered, and takes nothing off what the text may be otherwise. */
function questionEvent(text: string, { at, context, set }: Scene, sure: number): TextEvent | undefined {
  const count = words(text);
  if ((count < FEWEST && !isAsked(text)) || count > STORY) return undefined;
  const found = matchTopic(text, set.topics, context.language, sure);
  return found?.kind === 'question' && !set.topicSteps.has(found.id)
    ? { type: 'QUESTION', at, id: found.id, text }
    : undefined;
}

/** What a text asks for besides answering the first question: "no i want to report something". */
export function wantedBeside(text: string, { at, context, set }: Scene): WantedEvent | undefined {
  const found = words(text) >= SENTENCE ? matchTopic(text, set.topics, context.language, NO_ANSWER) : undefined;
  if (!found) return undefined;
  return { type: set.topicSteps.has(found.id) ? 'TOPIC' : 'QUESTION', at, id: found.id, text };
}

function flowOf(step: string | undefined): string | undefined {
  return step?.split('.')[0];
}

/** A question mark of any script. */
function isAsked(text: string): boolean {
  return /[?？؟¿]/u.test(text);
}

function words(text: string): number {
  return tokenise(normalise(text).plain).length;
}
