import type { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';
import type { Finding } from './finding.ts';
import type { Flow } from './flow.ts';
import { migrate } from './migrations/index.ts';
import { FORMAT_VERSION, flowSchema, frameSchema } from './schema.ts';
import { schemaFindings } from './schema-findings.ts';
import { type Path, readSource, type Source } from './source.ts';
import { kindOf, type Step, type StepKindName, stepKinds } from './steps/index.ts';

/**
 * Reads one flow file. There may be a flow beside errors: one with a key too many is read without that key, so that
 * whatever else is wrong with it can be told at once.
 */
export function readFlow(file: string, text: string): { flow?: Flow; findings: Finding[] } {
  const source = readSource(file, text);
  if (source.findings.some((finding) => finding.severity === 'error')) return { findings: source.findings };
  if (source.data === null || typeof source.data !== 'object' || Array.isArray(source.data)) {
    const hint = 'begin with "lantern: 1", "flow:", "title:", "start:" and "steps:"';
    const finding = { code: 'not-a-flow', message: 'this file holds no flow', hint };
    return { findings: [...source.findings, { ...at(source, []), ...finding }] };
  }
  const had = migrate(source.document);
  const findings = [...source.findings, ...versionFindings(source, had)];
  const data = source.document.toJS();
  const frame = frameSchema.safeParse(data);
  if (!frame.success) {
    const known = (path: readonly PropertyKey[]) => (path.length === 0 ? Object.keys(flowSchema.shape) : []);
    return { findings: [...findings, ...schemaFindings(source, [], frame.error, known)] };
  }
  const steps: Record<string, Step> = {};
  for (const [name, raw] of Object.entries(frame.data.steps)) {
    const read = readStep(source, name, raw);
    findings.push(...read.findings);
    if (read.step) steps[name] = read.step;
  }
  if (Object.keys(steps).length < Object.keys(frame.data.steps).length) return { findings };
  const { flow: name, title, start } = frame.data;
  return { flow: { name, title, start, steps, source }, findings };
}

function readStep(source: Source, name: string, raw: object): { step?: Step; findings: Finding[] } {
  const path = ['steps', name];
  const kind = kindOf(raw);
  if (!kind) {
    const names = Object.keys(stepKinds);
    const hints = Object.keys(raw).flatMap((key) => didYouMean(key, names) ?? []);
    const message = `step "${name}" has no key that tells its kind`;
    const hint = hints[0] ?? `give it one of: ${names.join(', ')}`;
    return { findings: [{ ...at(source, path), ...source.atKey(path), code: 'unknown-kind', message, hint }] };
  }
  const parsed = stepKinds[kind].schema.safeParse(raw);
  if (parsed.success) return { step: parsed.data as Step, findings: [] };
  const known = (inner: Path) => (inner.length === 0 ? keysOf(kind) : answersOf(kind, raw));
  const findings = schemaFindings(source, path, parsed.error, known);
  const rest = stepKinds[kind].schema.safeParse(withoutUnknownKeys(raw, parsed.error));
  return { ...(rest.success && { step: rest.data as Step }), findings };
}

function withoutUnknownKeys(raw: object, error: z.ZodError): object {
  const rest = structuredClone(raw);
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], rest);
    for (const key of issue.keys) delete (parent as Record<string, unknown>)[key];
  }
  return rest;
}

/** Every key that may stand in a step of this kind. */
function keysOf(kind: StepKindName): string[] {
  const definition = stepKinds[kind].schema as unknown as { shape?: object; options?: { shape: object }[] };
  const shapes = definition.shape ? [definition.shape] : (definition.options ?? []).map((option) => option.shape);
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
}

/** What may stand one level down: the answers of an ask, the parameters of a search. */
function answersOf(kind: StepKindName, raw: object): string[] {
  if (kind === 'find-referrals') return ['service', 'request', 'place', 'state'];
  return 'answer' in raw && raw.answer === 'yes-no' ? ['yes', 'no', 'unknown'] : ['given', 'unknown'];
}

function versionFindings(source: Source, had: number): Finding[] {
  if (had === FORMAT_VERSION) return [];
  if (had > FORMAT_VERSION) {
    const message = `version ${had} is newer than this line reads (${FORMAT_VERSION})`;
    return [{ ...at(source, ['lantern']), code: 'newer-format', message, hint: 'update Lantern' }];
  }
  const message = `version ${had} of the format; it was read as version ${FORMAT_VERSION}`;
  const hint = 'run "npm run -s flows -- migrate" to rewrite it, comments kept';
  return [{ ...at(source, []), severity: 'warning', code: 'old-format', message, hint }];
}

function at(source: Source, path: string[]): Pick<Finding, 'file' | 'line' | 'column' | 'severity'> {
  return { file: source.file, ...source.at(path), severity: 'error' };
}
