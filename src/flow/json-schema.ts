import { z } from 'zod';
import { profileSchema } from './profile.ts';
import { flowSchema } from './schema.ts';

/** The schemas that editors use while an operator types, by the name of the file they are published in. */
export const jsonSchemas = {
  'flow.schema.json': () => toJsonSchema(flowSchema),
  'profile.schema.json': () => toJsonSchema(profileSchema),
};

/** Draft 7, because it is what the editors' YAML language server reads best. */
function toJsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
}
