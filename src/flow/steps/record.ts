import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import { type StepKind, saying } from './step-kind.ts';

const schema = z
  .strictObject({
    record: name,
    adds: z.literal(true).optional().meta({
      description: 'it belongs to the report whose receipt code was sent: readers see the two as one',
    }),
    say: messageKey.optional(),
    next: target.optional(),
  })
  .meta({
    title: 'record',
    description:
      'Write down the answers kept so far, as far as the texter agreed. {{code}} in the text is the receipt code.',
  });

/** Writes down the answers kept so far. The text may show the receipt code as `{{code}}`. */
export const record: StepKind<z.infer<typeof schema>> = {
  key: 'record',
  schema,
  lacks: (step) => (step.next ? [] : ['next']),
  asks: false,
  targets: (step) => (step.next ? [{ to: step.next, path: ['next'] }] : []),
  messages: (step) => (step.say ? [{ key: step.say, path: ['say'], use: 'said', values: ['code'] }] : []),
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'record' },
    entry: [{ type: 'record', params: { kind: step.record, ...(step.adds && { adds: true }) } }, ...saying(step.say)],
    always: step.next ? [{ target: place.to(step.next) }] : [],
  }),
};
