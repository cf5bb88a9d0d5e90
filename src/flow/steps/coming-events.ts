import { z } from 'zod';
import { messageKey, target } from '../names.ts';
import type { StepKind } from './step-kind.ts';

const schema = z.strictObject({ 'coming-events': messageKey, next: target.optional(), none: target.optional() }).meta({
  title: 'coming-events',
  description:
    'Say the next three dates of flows/calendar/days.yaml, one text each; {{date}} and {{name}} stand in the text.',
});

/** Says the next dates of the calendar; `none` is the step when there is none to come. */
export const comingEvents: StepKind<z.infer<typeof schema>> = {
  key: 'coming-events',
  schema,
  lacks: (step) => [...(step.next ? [] : ['next']), ...(step.none ? [] : ['none'])],
  asks: false,
  targets: (step) => (['next', 'none'] as const).flatMap((way) => (step[way] ? [{ to: step[way], path: [way] }] : [])),
  messages: (step) => [{ key: step['coming-events'], path: ['coming-events'], use: 'said', values: ['date', 'name'] }],
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'coming-events' },
    always: [
      ...(step.next
        ? [
            {
              guard: { type: 'events-coming', params: {} },
              target: place.to(step.next),
              actions: [{ type: 'coming-events', params: { key: step['coming-events'] } }],
            },
          ]
        : []),
      ...(step.none ? [{ target: place.to(step.none) }] : []),
    ],
  }),
};
