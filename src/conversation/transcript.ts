import { z } from 'zod';
import type { Finding } from '../flow/finding.ts';
import { schemaFindings } from '../flow/schema-findings.ts';
import { readSource } from '../flow/source.ts';
import { PRIORITIES } from './state.ts';

const wait = z.string().regex(/^\d+[smh]$/, 'write how long as in 50s, 20m or 2h');

/** What must hold after a turn; what is not named is not looked at. */
const expectation = z.strictObject({
  /** Message keys, in order; `advocate` stands for an advocate's own words. Nothing more may be said. */
  out: z.array(z.string()).optional(),
  state: z.string().optional(),
  danger: z.enum(['none', 'crisis', 'imminent']).optional(),
  language: z.string().optional(),
  /** The priority on the desk, or none. */
  queue: z.enum([...PRIORITIES, 'none']).optional(),
  /** Reasons and alerts that the card must show, among others. */
  card: z.array(z.string()).optional(),
  /** Kinds of effects besides texts, in order. */
  effects: z.array(z.string()).optional(),
  records: z
    .array(
      z.strictObject({
        kind: z.string(),
        consent: z.string().optional(),
        answers: z.record(z.string(), z.string()).optional(),
      }),
    )
    .optional(),
});

const expected = { expect: expectation.optional() };
const texts = z.union([z.string(), z.array(z.string()).min(1)]);
const turn = z.union([
  /** A list is a burst: texts that wait together. By language, it is played once in each that every such text has. */
  z.strictObject({
    text: z.union([texts, z.record(z.string().regex(/^[a-z]{2}$/, 'a language is two letters'), texts)]),
    /** It holds a receipt code, of which the line knows this; the hotline hands it over as "[code]". */
    receipt: z.enum(['received', 'in-review', 'closed', 'unknown', 'limited']).optional(),
    ...expected,
  }),
  /** A picture or file without words, by its content type. */
  z.strictObject({ file: z.string(), ...expected }),
  z.strictObject({ wait, ...expected }),
  z.strictObject({ claim: z.string(), ...expected }),
  z.strictObject({ say: z.string(), ...expected }),
  z.strictObject({ close: z.literal(true), ...expected }),
  z.strictObject({ release: z.enum(['queue', 'bot']), ...expected }),
  /** The text with this key did not arrive. */
  z.strictObject({ lost: z.string(), ...expected }),
]);

const transcriptSchema = z.strictObject({
  /** What it shows, in a sentence. */
  about: z.string().min(1),
  turns: z.array(turn).min(1),
});

/** A conversation as data: what a person, an advocate and the clock do, and what the line must do then. */
export type Transcript = z.infer<typeof transcriptSchema>;
export type TranscriptTurn = Transcript['turns'][number];

/** Reads a transcript from YAML. Faults are findings at their place. */
export function readTranscript(
  file: string,
  text: string,
): { ok: true; transcript: Transcript } | { ok: false; findings: Finding[] } {
  const source = readSource(file, text);
  if (source.findings.length > 0) return { ok: false, findings: source.findings };
  const parsed = transcriptSchema.safeParse(source.data);
  if (parsed.success) return { ok: true, transcript: parsed.data };
  return { ok: false, findings: schemaFindings(source, [], parsed.error, () => []) };
}
