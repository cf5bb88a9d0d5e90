import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id is small letters, digits and hyphens');
const examples = z.array(z.union([z.string().min(1), z.number(), z.boolean()]).transform(String)).min(1);

/** flows/topics/<language>.yaml: how people ask for what the line offers, and what only looks like it. */
export const TopicListSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/u, 'a language is two letters, such as es'),
  /** Words that mean the same when people ask, by the name of what they mean. */
  alike: z.record(id, examples).default({}),
  topics: z.record(id, examples),
  none: examples,
});

export type TopicList = z.infer<typeof TopicListSchema>;
