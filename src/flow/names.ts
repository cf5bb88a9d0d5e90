import { z } from 'zod';

const word = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';

/** The name of a flow, a step, a kept answer or an option: small letters, digits and single hyphens. */
export const name = z
  .string()
  .regex(new RegExp(`^${word}$`), 'use small letters, digits and hyphens, as in "call-back"')
  .meta({ description: 'small letters, digits and hyphens' });

/** A step in the same flow (`where`) or in another (`crisis.start`). */
export const target = z
  .string()
  .regex(
    new RegExp(`^(?:${word}\\.)?${word}$`),
    'name a step, as in "where", or a step of another flow, as in "crisis.start"',
  )
  .meta({ description: 'a step of this flow ("where") or of another ("crisis.start")' });

/** A text in every language: `tip.where` is the entry `where` of locales/<lang>/tip.json. */
export const messageKey = z
  .string()
  .regex(new RegExp(`^${word}\\.${word}$`), 'name a text as file.entry, as in "tip.where"')
  .meta({ description: 'file.entry: "tip.where" is the entry "where" of locales/<lang>/tip.json' });
