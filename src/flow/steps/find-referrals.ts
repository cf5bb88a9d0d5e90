import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import type { StepKind } from './step-kind.ts';

const schema = z
  .strictObject({
    'find-referrals': z.strictObject({ service: name.optional(), place: name.optional() }),
    say: messageKey,
    next: target.optional(),
    none: target.optional(),
  })
  .meta({
    title: 'find-referrals',
    description: 'Look in the directory by answers kept earlier and say one text for each entry, at most three.',
  });

/** Looks in the directory by kept answers; `say` is one entry's text, `none` the step when nothing is found. */
export const findReferrals: StepKind<z.infer<typeof schema>> = {
  key: 'find-referrals',
  schema,
  lacks: (step) => [...(step.next ? [] : ['next']), ...(step.none ? [] : ['none'])],
  asks: false,
  targets: (step) => [
    ...(step.next ? [{ to: step.next, path: ['next'] }] : []),
    ...(step.none ? [{ to: step.none, path: ['none'] }] : []),
  ],
  messages: (step) => [{ key: step.say, path: ['say'], use: 'said', values: ['name', 'number'] }],
  compile: (step, place) => {
    const params = { ...step['find-referrals'] };
    return {
      meta: { flow: place.flow, step: place.step, kind: 'find-referrals' },
      always: [
        ...(step.next
          ? [
              {
                guard: { type: 'referrals-found', params },
                target: place.to(step.next),
                actions: [{ type: 'find-referrals', params: { ...params, key: step.say } }],
              },
            ]
          : []),
        ...(step.none ? [{ target: place.to(step.none) }] : []),
      ],
    };
  },
};
