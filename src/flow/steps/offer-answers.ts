import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import type { StepKind } from './step-kind.ts';

const schema = z
  .strictObject({
    'offer-answers': name,
    say: messageKey,
    next: target.optional(),
    none: target.optional(),
  })
  .meta({
    title: 'offer-answers',
    description:
      'Ask which question was meant: "say" names a text that ends in -1, -2 and -3, by how many are offered, and one in -again.',
  });

/** How many are offered at most, and what each is called in the text. */
const OFFERED = ['first', 'second', 'third'];

/** Offers the questions that come near a kept one, three at most; `none` takes every answer that picks none of them. */
export const offerAnswers: StepKind<z.infer<typeof schema>> = {
  key: 'offer-answers',
  schema,
  lacks: (step) => [...(step.next ? [] : ['next']), ...(step.none ? [] : ['none'])],
  asks: true,
  targets: (step) => (['next', 'none'] as const).flatMap((way) => (step[way] ? [{ to: step[way], path: [way] }] : [])),
  messages: (step) => [
    ...OFFERED.map((_, at) => ({
      key: `${step.say}-${at + 1}`,
      path: ['say'],
      use: 'said' as const,
      values: OFFERED.slice(0, at + 1),
    })),
    { key: `${step.say}-again`, path: ['say'], use: 'said' },
  ],
  compile: (step, place) => {
    const params = { question: step['offer-answers'] };
    return {
      meta: {
        flow: place.flow,
        step: place.step,
        kind: 'offer-answers',
        question: { message: `${step.say}-again`, answer: 'offered', keep: step['offer-answers'] },
      },
      entry: [{ type: 'offer-answers', params: { ...params, key: step.say } }],
      on: {
        ANSWER: [
          ...(step.next
            ? [
                {
                  guard: { type: 'offer-taken', params },
                  target: place.to(step.next),
                  actions: [{ type: 'answer-offered', params }],
                },
              ]
            : []),
          ...(step.none ? [{ target: place.to(step.none) }] : []),
        ],
      },
    };
  },
};
