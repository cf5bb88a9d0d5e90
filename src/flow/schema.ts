import { z } from 'zod';
import { name } from './names.ts';
import { type Step, stepKinds } from './steps/index.ts';

/** The version of the flow format that this code reads; older files are brought up to it by `migrations/`. */
export const FORMAT_VERSION = 1;

const kinds = Object.values(stepKinds).map((kind) => kind.schema) as unknown as [z.ZodType<Step>, ...z.ZodType<Step>[]];

/** One flow file. A step's kind is told by which telling key it has, see `steps/index.ts`. */
export const flowSchema = z
  .strictObject({
    lantern: z.literal(FORMAT_VERSION).meta({ description: 'the version of this format' }),
    flow: name.meta({ description: 'the name of the flow, the same as the name of its file' }),
    title: z.string().min(1).max(80).meta({ description: 'what operators call it; texters never see it' }),
    start: name.meta({ description: 'the step at which the flow begins' }),
    steps: z.record(name, z.union(kinds)),
  })
  .meta({ title: 'Lantern flow', description: 'What people are asked, step by step. Texts are keys, never prose.' });

/** The frame of a flow file with its steps unread, so that each step is read by its own kind and told its own faults. */
export const frameSchema = flowSchema.extend({ steps: z.record(name, z.looseObject({})) });
