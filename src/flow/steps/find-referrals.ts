import { z } from 'zod';
import { messageKey, name, target } from '../names.ts';
import type { Branch, StepKind } from './step-kind.ts';

const kept = z.strictObject({
  service: name.optional().meta({ description: 'a kept answer that is a kind of help' }),
  request: name
    .optional()
    .meta({ description: "a kept answer in the texter's own words: what they need, and perhaps where" }),
  place: name.optional(),
  state: name.optional().meta({ description: 'a kept answer that tells places of one name apart' }),
});

const schema = z
  .strictObject({
    'find-referrals': kept,
    say: messageKey,
    far: messageKey
      .optional()
      .meta({ description: 'said first when nothing is near and national lines are told instead' }),
    next: target.optional(),
    where: target
      .optional()
      .meta({ description: 'no place is known yet; gone to once more when the first answer names none' }),
    which: target.optional().meta({ description: 'several places bear the name' }),
    none: target.optional(),
  })
  .meta({
    title: 'find-referrals',
    description:
      'Look in the directory by answers kept earlier and say one text for each entry, at most three. Gone to again it says the next three.',
  });

/** Looks in the directory by kept answers; `say` is one entry's text, `none` the step when nothing (more) is found. */
export const findReferrals: StepKind<z.infer<typeof schema>> = {
  key: 'find-referrals',
  schema,
  lacks: (step) => [...(step.next ? [] : ['next']), ...(step.none ? [] : ['none'])],
  asks: false,
  targets: (step) =>
    (['next', 'where', 'which', 'none'] as const).flatMap((way) => (step[way] ? [{ to: step[way], path: [way] }] : [])),
  messages: (step) => [
    { key: step.say, path: ['say'], use: 'said', values: ['name', 'number'] },
    ...(step.far ? [{ key: step.far, path: ['far'], use: 'said' as const }] : []),
  ],
  compile: (step, place) => {
    const params = { ...step['find-referrals'] };
    const said = { ...params, key: step.say, ...(step.far && { far: step.far }) };
    const way = (guard: string, to: string | undefined, more: object = {}): Branch[] =>
      to ? [{ guard: { type: guard, params }, target: place.to(to), ...more }] : [];
    return {
      meta: { flow: place.flow, step: place.step, kind: 'find-referrals' },
      always: [
        ...way('referrals-nowhere', step.where, { actions: [{ type: 'ask-where', params }] }),
        ...way('referrals-anywhere', step.which),
        ...way('referrals-found', step.next, { actions: [{ type: 'find-referrals', params: said }] }),
        ...(step.none ? [{ target: place.to(step.none) }] : []),
      ],
    };
  },
};
