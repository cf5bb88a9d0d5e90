import { answerQuestion } from './answer-question.ts';
import { ask } from './ask.ts';
import { branch } from './branch.ts';
import { choose } from './choose.ts';
import { comingEvents } from './coming-events.ts';
import { end } from './end.ts';
import { findReferrals } from './find-referrals.ts';
import { go } from './go.ts';
import { handOff } from './hand-off.ts';
import { offerAnswers } from './offer-answers.ts';
import { record } from './record.ts';
import { say } from './say.ts';
import type { Message, StepKind } from './step-kind.ts';

export type { Message };

/**
 * Every kind of step, by the key that tells it. `say` stands last: other kinds may carry a `say` of their own, so only
 * a step with no other telling key is a say.
 */
export const stepKinds = {
  ask,
  choose,
  branch,
  'find-referrals': findReferrals,
  'answer-question': answerQuestion,
  'offer-answers': offerAnswers,
  'coming-events': comingEvents,
  record,
  'hand-off': handOff,
  go,
  end,
  say,
};

export type StepKindName = keyof typeof stepKinds;

/** A step of any kind, as written in a flow file. */
export type Step = { [K in StepKindName]: (typeof stepKinds)[K] extends StepKind<infer S> ? S : never }[StepKindName];

/** The kind of a step, told by the keys it has; undefined when no key tells one. */
export function kindOf(step: object): StepKindName | undefined {
  return (Object.keys(stepKinds) as StepKindName[]).find((kind) => stepKinds[kind].key in step);
}

/** The table's row for a step, for callers that need not know which kind it is. */
export function stepKind(step: Step): StepKind<Step> {
  const kind = kindOf(step);
  if (!kind) throw new TypeError('a step of no known kind passed the schema');
  return stepKinds[kind] as unknown as StepKind<Step>;
}
