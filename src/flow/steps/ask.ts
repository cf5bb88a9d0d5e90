import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import { reprompt } from './reprompt.ts';
import type { Branch, Named, StepKind } from './step-kind.ts';

const common = { ask: messageKey, keep: name.optional() };
const schema = z
  .discriminatedUnion('answer', [
    z.strictObject({
      ...common,
      answer: z.literal('yes-no'),
      on: z.strictObject({ yes: target.optional(), no: target.optional(), unknown: target.optional() }).optional(),
      next: target.optional(),
    }),
    z.strictObject({
      ...common,
      answer: z.enum(['place', 'text', 'number']),
      on: z.strictObject({ given: target.optional(), unknown: target.optional() }).optional(),
      next: target.optional(),
      witness: z.literal(true).optional().meta({
        description:
          'the answer tells of others: danger in it, short of danger now, calls a person, and the flow goes on',
      }),
    }),
  ])
  .meta({ title: 'ask', description: 'Ask one question and wait for the answer.' });

type Ask = z.infer<typeof schema>;

/**
 * Asks one question and waits. `next` takes every understood answer that `on` does not map. An open question that is skipped
 * ("skip") goes on like one that is answered.
 */
export const ask: StepKind<Ask> = {
  key: 'ask',
  schema,
  lacks: (step) => {
    const mapped: Record<string, string | undefined> = { ...step.on };
    return step.next ? [] : understood(step).filter((answer) => !mapped[answer]);
  },
  asks: true,
  targets: (step) => [
    ...Object.entries(step.on ?? {}).map(([answer, to]) => ({ to, path: ['on', answer] })),
    ...(step.next ? [{ to: step.next, path: ['next'] }] : []),
  ],
  messages: (step) => [{ key: step.ask, path: ['ask'], use: 'said' }],
  compile: (step, place) => {
    const keep: Named[] = step.keep ? [{ type: 'keep', params: { name: step.keep } }] : [];
    const mapped: Record<string, string | undefined> = { ...step.on };
    const branches = understood(step).flatMap((is): Branch[] => {
      const to = mapped[is] ?? step.next;
      return to ? [{ guard: { type: 'answered', params: { is } }, target: place.to(to), actions: keep }] : [];
    });
    const otherwise = mapped.unknown ?? (step.answer === 'text' ? (mapped.given ?? step.next) : undefined);
    const unknown: Branch[] = otherwise
      ? [{ guard: { type: 'answered', params: { is: 'unknown' } }, target: place.to(otherwise) }]
      : [];
    return {
      meta: {
        flow: place.flow,
        step: place.step,
        kind: 'ask',
        question: {
          message: step.ask,
          answer: step.answer,
          ...(step.keep && { keep: step.keep }),
          ...(step.keep === 'consent' && { guarded: 'consent' as const }),
          ...('witness' in step && step.witness && { witness: true as const }),
        },
      },
      entry: [{ type: 'say', params: { key: step.ask, question: true } }],
      on: { ANSWER: [...branches, ...unknown, ...reprompt(step.ask, place)] },
    };
  },
};

/** The answers that count as understood for this kind of question. */
function understood(step: Pick<Ask, 'answer'>): string[] {
  return step.answer === 'yes-no' ? ['yes', 'no'] : ['given'];
}
