import { z } from 'zod';
import { name, target } from '../names.ts';
import type { Branch, StepKind } from './step-kind.ts';

const schema = z
  .strictObject({
    'answer-question': name,
    next: target.optional(),
    near: target
      .optional()
      .meta({ description: 'none surely fits, and an "offer-answers" step can say which come near' }),
    none: target.optional(),
  })
  .meta({
    title: 'answer-question',
    description: 'Answer a question kept earlier from the approved answers (locales/<lang>/faq.json).',
  });

/** Answers a kept question from the approved answers; `near` is the step when some come near, `none` when none does. */
export const answerQuestion: StepKind<z.infer<typeof schema>> = {
  key: 'answer-question',
  schema,
  lacks: (step) => [...(step.next ? [] : ['next']), ...(step.none ? [] : ['none'])],
  asks: false,
  targets: (step) =>
    (['next', 'near', 'none'] as const).flatMap((way) => (step[way] ? [{ to: step[way], path: [way] }] : [])),
  messages: () => [],
  compile: (step, place) => {
    const params = { question: step['answer-question'] };
    const actions = [{ type: 'answer-question', params }];
    const way = (guard: string, to: string | undefined, more: object = {}): Branch[] =>
      to ? [{ guard: { type: guard, params }, target: place.to(to), ...more }] : [];
    return {
      meta: { flow: place.flow, step: place.step, kind: 'answer-question' },
      always: [
        ...way('question-answered', step.next, { actions }),
        ...way('question-near', step.near),
        ...(step.none ? [{ target: place.to(step.none) }] : []),
      ],
    };
  },
};
