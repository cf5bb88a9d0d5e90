import { z } from 'zod';
import { messageKey, name } from '../names.ts';
import { type StepKind, saying } from './step-kind.ts';

const schema = z
  .strictObject({ end: name, say: messageKey.optional() })
  .meta({ title: 'end', description: 'End the conversation. The line does not text first again.' });

/** Ends the conversation: it falls quiet until the texter writes again. */
export const end: StepKind<z.infer<typeof schema>> = {
  key: 'end',
  schema,
  lacks: () => [],
  asks: false,
  targets: () => [],
  messages: (step) => (step.say ? [{ key: step.say, path: ['say'], use: 'said' }] : []),
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'end' },
    entry: [...saying(step.say), { type: 'end', params: { reason: step.end } }],
    always: [{ target: '#quiet' }],
  }),
};
