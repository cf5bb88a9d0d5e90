import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import { reprompt } from './reprompt.ts';
import type { Branch, Named, StepKind } from './step-kind.ts';

const schema = z
  .strictObject({
    choose: messageKey,
    on: z.record(name, target).meta({ description: 'option: step. "unknown" takes an answer that is none of them.' }),
    keep: name.optional(),
  })
  .meta({
    title: 'choose',
    description: 'Offer options and wait. The words that mean option x of tip.what stand in tip.what-x.',
  });

/**
 * Offers options and waits. The options are the keys of `on`; what counts as choosing `self` of `welcome.who`
 * is the text `welcome.who-self`, words and digits between commas, so that every language answers in its own.
 */
export const choose: StepKind<z.infer<typeof schema>> = {
  key: 'choose',
  schema,
  lacks: (step) => (options(step.on).length > 1 ? [] : ['a second option under "on"']),
  asks: true,
  targets: (step) => Object.entries(step.on).map(([option, to]) => ({ to, path: ['on', option] })),
  messages: (step) => [
    { key: step.choose, path: ['choose'], use: 'said' },
    ...options(step.on).map((id) => ({ key: `${step.choose}-${id}`, path: ['on', id], use: 'words' as const })),
  ],
  compile: (step, place) => {
    const keep: Named[] = step.keep ? [{ type: 'keep', params: { name: step.keep } }] : [];
    const ids = options(step.on);
    return {
      meta: {
        flow: place.flow,
        step: place.step,
        kind: 'choose',
        question: {
          message: step.choose,
          answer: 'choice',
          options: ids.map((id) => ({ id, words: `${step.choose}-${id}` })),
          ...(step.keep && { keep: step.keep }),
          ...(step.keep === 'consent' && { guarded: 'consent' as const }),
        },
      },
      entry: [{ type: 'say', params: { key: step.choose, question: true } }],
      on: {
        ANSWER: [
          ...Object.entries(step.on).map(
            ([is, to]): Branch => ({
              guard: { type: 'answered', params: { is } },
              target: place.to(to),
              actions: is === 'unknown' ? [] : keep,
            }),
          ),
          ...reprompt(step.choose, place),
        ],
      },
    };
  },
};

function options(on: Record<string, string>): string[] {
  return Object.keys(on).filter((id) => id !== 'unknown');
}
