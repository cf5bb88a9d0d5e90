import { z } from 'zod';
import { name, target } from '../names.ts';
import type { Branch, StepKind } from './step-kind.ts';

const schema = z
  .strictObject({
    branch: name,
    on: z.record(name, target).meta({ description: 'kept answer: step. "known" takes any answer at all.' }),
    else: target.optional(),
  })
  .meta({ title: 'branch', description: 'Go on by an answer kept earlier, without asking.' });

/** Goes on by an answer kept earlier. `known` means that there is one; `else` takes the rest. */
export const branch: StepKind<z.infer<typeof schema>> = {
  key: 'branch',
  schema,
  lacks: (step) => (step.else ? [] : ['else']),
  asks: false,
  targets: (step) => [
    ...Object.entries(step.on).map(([answer, to]) => ({ to, path: ['on', answer] })),
    ...(step.else ? [{ to: step.else, path: ['else'] }] : []),
  ],
  messages: () => [],
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'branch' },
    always: [
      ...Object.entries(step.on).map(
        ([is, to]): Branch => ({
          guard:
            is === 'known'
              ? { type: 'answer-known', params: { name: step.branch } }
              : { type: 'answer-kept', params: { name: step.branch, is } },
          target: place.to(to),
        }),
      ),
      ...(step.else ? [{ target: place.to(step.else) }] : []),
    ],
  }),
};
