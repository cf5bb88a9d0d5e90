import { z } from 'zod';
import { name, target } from '../names.ts';
import type { StepKind } from './step-kind.ts';

const schema = z.strictObject({ 'answer-question': name, next: target.optional(), none: target.optional() }).meta({
  title: 'answer-question',
  description: 'Answer a question kept earlier from the approved answers (locales/<lang>/faq.json).',
});

/** Answers a kept question from the approved answers; `none` is the step when none of them fits. */
export const answerQuestion: StepKind<z.infer<typeof schema>> = {
  key: 'answer-question',
  schema,
  lacks: (step) => [...(step.next ? [] : ['next']), ...(step.none ? [] : ['none'])],
  asks: false,
  targets: (step) => [
    ...(step.next ? [{ to: step.next, path: ['next'] }] : []),
    ...(step.none ? [{ to: step.none, path: ['none'] }] : []),
  ],
  messages: () => [],
  compile: (step, place) => {
    const params = { question: step['answer-question'] };
    return {
      meta: { flow: place.flow, step: place.step, kind: 'answer-question' },
      always: [
        ...(step.next
          ? [
              {
                guard: { type: 'question-answered', params },
                target: place.to(step.next),
                actions: [{ type: 'answer-question', params }],
              },
            ]
          : []),
        ...(step.none ? [{ target: place.to(step.none) }] : []),
      ],
    };
  },
};
