import { textOf } from '../flow/locales.ts';
import { readChoice } from '../understanding/read-choice.ts';
import type { AsideEvent, DangerEvent, TextEvent } from './event.ts';
import { readAnswer, wordList } from './read-answer.ts';
import type { Scene } from './scene.ts';

/** What a text comes to as an answer: to the line's own question where one stands, else to the step's. */
export function answerEvent(text: string, scene: Scene): TextEvent | AsideEvent {
  const { at, context, value, question, set } = scene;
  const answer = readAnswer(text, scene);
  const { aside } = context;
  if (aside === undefined) return { type: 'ANSWER', at, ...answer };
  const yes = aside === 'scope' ? scopeAnswer(text, answer.value, scene) : answer.value;
  if (yes === 'unknown') return { type: 'UNCLEAR', at };
  const agreed = yes === 'yes';
  switch (aside) {
    case 'danger':
    case 'help':
      if (agreed) return inDanger(at, 'said-yes');
      // What they told before the doubt need not be told again.
      if (context.unread !== undefined) return { type: 'ANSWER', at, value: 'given', text: context.unread };
      // The first question is the same one: it has its answer.
      return value === `bot.${set.profile.start}` && question?.answer === 'yes-no'
        ? { type: 'ANSWER', at, ...answer }
        : { type: 'RESUME', at };
    case 'scope':
      return agreed ? { type: 'STOP', at, silently: false } : { type: 'RESUME', at };
    case 'delete':
      return { type: agreed ? 'ERASE' : 'RESUME', at };
    case 'safe':
      if (!agreed) return { type: 'NOT_SAFE', at };
      // The step asks the same: it has its answer.
      return question?.keep === 'safe' ? { type: 'ANSWER', at, ...answer } : { type: 'RESUME', at };
    case 'media':
      return agreed ? { type: 'RESUME', at } : inDanger(at, 'not-safe');
  }
}

function inDanger(at: number, reason: string): DangerEvent {
  return { type: 'DANGER', at, level: 'imminent', reasons: [reason], minor: false, selfHarm: false };
}

/** "1 yes, stop 2 no, keep on": the words of the second option count as well. */
function scopeAnswer(text: string, value: string, { context, lists, set }: Scene): string {
  if (value !== 'unknown') return value;
  const keep = wordList(textOf(set.locales, context.language, 'line.scope-question-keep'));
  const options = [
    { id: 'yes', words: [] },
    { id: 'no', words: keep },
  ];
  return readChoice(text, options, lists, context.language);
}
