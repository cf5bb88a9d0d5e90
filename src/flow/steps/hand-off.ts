import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import { type StepKind, saying } from './step-kind.ts';

const schema = z
  .strictObject({
    'hand-off': z.enum(['red', 'crisis', 'urgent', 'rest']),
    /** A code the desk shows, never a texter's words. */
    reason: name,
    say: messageKey.optional(),
    hush: z
      .literal(true)
      .optional()
      .meta({ description: 'not safe to text: nothing leaves by itself until they write' }),
    next: target.optional(),
  })
  .meta({
    title: 'hand-off',
    description: 'Put the conversation in the queue for a person. With "next" the line goes on asking meanwhile.',
  });

/**
 * Puts the conversation in the queue at once. Without `next` the line falls silent and waits for a person; with it the
 * line goes on asking in the meantime, from its place in the queue.
 */
export const handOff: StepKind<z.infer<typeof schema>> = {
  key: 'hand-off',
  schema,
  lacks: () => [],
  asks: false,
  targets: (step) => (step.next ? [{ to: step.next, path: ['next'] }] : []),
  messages: (step) => (step.say ? [{ key: step.say, path: ['say'], use: 'said' }] : []),
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'hand-off' },
    entry: [
      {
        type: 'hand-off',
        params: { priority: step['hand-off'], reason: step.reason, ...(step.hush && { hush: true }) },
      },
      ...saying(step.say, isSafety(step['hand-off'])),
    ],
    always: [{ target: step.next ? place.to(step.next) : '#waiting' }],
  }),
};

/** What is said to someone in danger is a safety text: if it is lost, it is said first at their next text. */
function isSafety(priority: string): boolean {
  return priority === 'red' || priority === 'crisis';
}
