import { z } from 'zod';
import { messageKey, target } from '../names.ts';
import type { StepKind } from './step-kind.ts';

const schema = z
  .strictObject({ say: messageKey, next: target.optional() })
  .meta({ title: 'say', description: 'Say one text and go on at once.' });

/** Says one text and goes on at once. */
export const say: StepKind<z.infer<typeof schema>> = {
  key: 'say',
  schema,
  lacks: (step) => (step.next ? [] : ['next']),
  asks: false,
  targets: (step) => (step.next ? [{ to: step.next, path: ['next'] }] : []),
  messages: (step) => [{ key: step.say, path: ['say'], use: 'said' }],
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'say' },
    entry: [{ type: 'say', params: { key: step.say } }],
    always: step.next ? [{ target: place.to(step.next) }] : [],
  }),
};
