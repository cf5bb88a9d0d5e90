import { z } from 'zod';
import { target } from '../names.ts';
import type { StepKind } from './step-kind.ts';

const schema = z.strictObject({ go: target }).meta({ title: 'go', description: 'Go on at another step.' });

/** Goes on at another step, mostly of another flow. */
export const go: StepKind<z.infer<typeof schema>> = {
  key: 'go',
  schema,
  lacks: () => [],
  asks: false,
  targets: (step) => [{ to: step.go, path: ['go'] }],
  messages: () => [],
  compile: (step, place) => ({
    meta: { flow: place.flow, step: place.step, kind: 'go' },
    always: [{ target: place.to(step.go) }],
  }),
};
