import { parse } from 'yaml';
import { z } from 'zod';
import { KINDS_OF_CONTACT } from '../desk/desk-view.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const text = z.string().min(1).max(1600);
/** What the trainee reads, in each language of the console. */
const told = z.strictObject({ en: text, es: text });
/** What advocates do at the desk, as practice takes note of it. */
const act = z.enum(['claim', 'note', 'danger', 'attention', 'mute', 'reveal', 'release', 'close', 'say-to-silent']);

/** Words in which an advocate does something, such as asking whether it is safe: any of them, anywhere in a text. */
const signsSchema = z.record(id, z.array(text).min(1));

/** What the texter writes next. */
const answer = z.strictObject({
  /** Signs: the first answer of which the advocate gave one counts. Without it: whatever they said. */
  when: z.array(id).min(1).optional(),
  says: z.array(text).default([]),
  /** Before they begin to answer. */
  seconds: z.int().min(0).max(600).default(5),
  goto: id.optional(),
});

const want = z.union([
  /** A sign, in one of the advocate's first `by` texts. */
  z.strictObject({ label: told, said: id, by: z.int().min(1).optional() }),
  z.strictObject({ label: told, never: id }),
  /** An act, `as` one of these kinds or levels, at most so many seconds after the texter's first text. */
  z.strictObject({
    label: told,
    did: act,
    as: z.array(z.enum([...KINDS_OF_CONTACT, 'none', 'imminent'])).optional(),
    within: z.int().min(1).optional(),
  }),
  z.strictObject({ label: told, notDid: act }),
]);

const scriptSchema = z.strictObject({
  title: told,
  about: told,
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2}$/),
  /** What they text before anybody is there: it must bring them to the desk. */
  opens: z.array(text).min(1),
  /** They wrote that so long ago, and have been silent since. */
  minutesAgo: z.int().min(0).max(60).default(0),
  start: id,
  steps: z.record(
    id,
    z.strictObject({
      on: z.array(answer).default([]),
      /** What they write when the advocate writes nothing. */
      idle: answer.omit({ when: true }).optional(),
    }),
  ),
  wants: z.array(want).min(2),
  advice: told,
});

export type Signs = z.output<typeof signsSchema>;
export type Answer = z.output<typeof answer>;
export type Want = z.output<typeof want>;
export type PracticeAct = z.output<typeof act>;
export type Script = z.output<typeof scriptSchema> & { id: string };

export interface Scripts {
  signs: Signs;
  scripts: Script[];
  /** Files that are left out, and why, for whoever wrote them. */
  faults: { file: string; fault: string }[];
}

const SIGNS = 'signs.yaml';

/** Reads the folder practice/: signs.yaml, and each script under its file's name. A faulty script is left out alone. */
export function readScripts(files: Record<string, string>): Scripts {
  const faults: Scripts['faults'] = [];
  function read<T>(file: string, schema: z.ZodType<T>, source: string): T | undefined {
    try {
      const parsed = schema.safeParse(parse(source));
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      faults.push({ file, fault: `${issue?.path.join('.') || 'the whole'}: ${issue?.message}` });
    } catch {
      faults.push({ file, fault: 'it is not YAML' });
    }
    return undefined;
  }

  const signs = read(SIGNS, signsSchema, files[SIGNS] ?? '{}') ?? {};
  const scripts: Script[] = [];
  for (const [file, source] of Object.entries(files)) {
    if (file === SIGNS) continue;
    const script = read(file, scriptSchema, source);
    const lost = script && lostNames(script, signs);
    if (lost !== undefined) faults.push({ file, fault: lost });
    else if (script) scripts.push({ ...script, id: file.replace(/^.*\/|\.yaml$/g, '') });
  }
  return { signs, scripts, faults };
}

/** The first name in a script that leads nowhere. */
function lostNames({ start, steps, wants }: z.output<typeof scriptSchema>, signs: Signs): string | undefined {
  const answers = Object.values(steps).flatMap(({ on, idle }) => [...on, ...(idle ? [idle] : [])]);
  const goes = [start, ...answers.flatMap(({ goto }) => goto ?? [])];
  const step = goes.find((name) => !Object.hasOwn(steps, name));
  if (step !== undefined) return `there is no step "${step}"`;
  const named = [
    ...answers.flatMap((one) => ('when' in one ? ((one as Answer).when ?? []) : [])),
    ...wants.flatMap((one) => ('said' in one ? [one.said] : 'never' in one ? [one.never] : [])),
  ];
  const sign = named.find((name) => !Object.hasOwn(signs, name));
  return sign === undefined ? undefined : `there is no sign "${sign}" in ${SIGNS}`;
}
