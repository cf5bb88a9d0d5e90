import { z } from 'zod';
import { target } from './names.ts';

const day = z.iso.date();

/** A fact that ages: said with the day at which it was true. */
const datedFact = z.strictObject({ text: z.string().min(1), asOf: day, source: z.string().min(1) });

/**
 * How long texts may be in a language, in SMS segments (GSM-7: 160 characters in one, 153 each in several; with any other
 * letter 70 and 67). `first`: the ordinary first reply; `help`: HELP and INFO; `any`: every other text.
 */
const language = z.strictObject({
  segments: z.strictObject({ first: z.int().min(1), help: z.int().min(1), any: z.int().min(1) }),
  identifying: z
    .array(z.string().min(2))
    .meta({ description: 'words, or beginnings of words, that no first text may hold' }),
  offerUnreviewed: z
    .boolean()
    .optional()
    .meta({ description: 'offer it in live mode although no one has reviewed its texts (locales/<lang>/_about.json)' }),
});

/** flows/profile.yaml: what is particular to one line. */
export const profileSchema = z
  .strictObject({
    programme: z
      .string()
      .min(1)
      .max(30)
      .meta({ description: 'the registered programme name, neutral on a lock screen' }),
    phone: z
      .string()
      .regex(/^[0-9][0-9-]{5,}$/, 'write digits and hyphens')
      .meta({ description: 'to talk instead' }),
    shortCode: z.string().regex(/^\d{5,6}$/, 'a short code has five or six digits'),
    defaultLanguage: z.string().regex(/^[a-z]{2}$/),
    languages: z.record(z.string().regex(/^[a-z]{2}$/, 'an ISO 639-1 code, as in "es"'), language),
    stopReplies: z.enum(['answer', 'silent']).meta({
      description:
        'after STOP: answer HELP and danger once each ("answer"), or say nothing at all ("silent"); for counsel',
    }),
    start: target.meta({ description: 'the step that a first text meets' }),
    safe: target.meta({
      description: 'where a conversation goes whose step is gone; it says something and offers a person',
    }),
    menu: target.meta({ description: 'the step for MENU' }),
    crisis: target.meta({ description: 'the step for someone in danger now' }),
    support: target.meta({ description: 'the step for someone who needs help soon but is not in danger now' }),
    topics: target
      .optional()
      .meta({ description: 'the step for a text that asks for something by itself; it branches on "wanted"' }),
    receipt: target
      .optional()
      .meta({ description: 'the step for a text that holds a receipt code; it branches on "receipt"' }),
    releases: z
      .array(target)
      .optional()
      .meta({ description: 'the steps at which an advocate may let the bot go on, besides the menu' }),
    timeZone: z
      .string()
      .refine(isTimeZone, 'write a zone such as America/New_York')
      .optional()
      .meta({ description: 'the zone by whose clocks days and hours are counted; UTC unless it is named' }),
    desk: z
      .strictObject({
        unansweredSeconds: z
          .int()
          .min(30)
          .meta({ description: 'someone who was taken and hears nothing for so long goes back to the queue' }),
        nobodySeconds: z
          .int()
          .min(15)
          .meta({ description: 'who waits so long is told that nobody is there, and staff on call are texted' }),
        reviewPercent: z.int().min(0).max(100).optional().meta({
          description:
            'of a hundred closed conversations with nothing remarkable, so many get a second look; 10 unless named',
        }),
      })
      .optional(),
    retention: z
      .strictObject({
        transcriptDays: z.int().min(1).max(3_650).meta({
          description: 'a conversation is forgotten so many days after its last text, with its notes; 90 unless named',
        }),
        recordDays: z.int().min(1).max(7_300).meta({
          description:
            'a tip or another record is forgotten so many days after it was last added to; 1095 unless named',
        }),
        auditDays: z.int().min(90).max(7_300).meta({
          description: 'who saw or did what is known for so many days; 2190 unless named',
        }),
      })
      .optional()
      .meta({ description: 'how long what people told is kept; a legal hold keeps it for longer' }),
    moves: z
      .record(target, target)
      .meta({ description: 'old step: new step, for talks that stand in a step that is gone' }),
    facts: z.record(z.string().regex(/^[a-z]+$/, 'use small letters only'), datedFact),
  })
  .meta({ title: 'Lantern profile', description: 'What is particular to one line.' });

export type Profile = z.infer<typeof profileSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The placeholders that any text may use, with what they stand for on this line: fact `calls` is also `callsAsOf`, as 11/2026. */
export function standingValues({ programme, phone, shortCode, facts }: Profile): Record<string, string> {
  const dated = Object.entries(facts).flatMap(([fact, { text, asOf }]) => [
    [fact, text],
    [`${fact}AsOf`, `${asOf.slice(5, 7)}/${asOf.slice(0, 4)}`],
  ]);
  return { programme, phone, shortCode, ...Object.fromEntries(dated) };
}
