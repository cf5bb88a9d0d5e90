import type { PublishedSet } from '../../conversation/published-set.ts';
import type { Words } from '../ports.ts';
import { withoutNumbers } from '../without-numbers.ts';
import type { FieldForm } from './record-view.ts';

interface Asked {
  set: PublishedSet;
  words: Words;
  language: string;
}

const YES_NO = [{ id: 'yes' }, { id: 'no' }];

/** Everything that the flow which makes this kind of record asks and keeps, in its order, worded in `language`. */
export function fieldsOf(kind: string, asked: Asked): FieldForm[] {
  const flow = asked.set.flows.find(({ steps }) => Object.values(steps).some((step) => makes(step, kind)));
  const forms = new Map<string, FieldForm>();
  for (const step of Object.values(flow?.steps ?? {})) {
    const form = formOf(step, asked);
    if (form !== undefined && !forms.has(form.name)) forms.set(form.name, form);
  }
  return [...forms.values()];
}

/**
 * Whether an answer was kept on the way to a report and not asked for in it, such as the words that somebody began with: they
 * agreed to pass on the report. A name that no flow of today asks for is taken for one of the report's own, from before.
 */
export function isAside(kind: string, name: string, { flows }: PublishedSet): boolean {
  const asking = flows
    .map(({ steps }) => Object.values(steps))
    .filter((steps) => steps.some((step) => keeps(step, name)));
  return asking.length > 0 && !asking.some((steps) => steps.some((step) => makes(step, kind)));
}

/** Every kind of record that the flows can make by themselves, not as an addition to another. */
export function kindsIn(set: PublishedSet): string[] {
  const steps = set.flows.flatMap((flow) => Object.values(flow.steps));
  return [...new Set(steps.flatMap((step) => ('record' in step && step.adds !== true ? [step.record] : [])))];
}

/** The step that writes down this kind of record. */
export function recordStep(set: PublishedSet, kind: string): RecordStep | undefined {
  const steps = set.flows.flatMap((flow) => Object.values(flow.steps));
  return steps.find((step): step is RecordStep => makes(step, kind));
}

type Step = PublishedSet['flows'][number]['steps'][string];
type RecordStep = Extract<Step, { record: string }>;

function makes(step: Step, kind: string): step is RecordStep {
  return 'record' in step && step.record === kind;
}

function keeps(step: Step, name: string): boolean {
  return 'keep' in step && step.keep === name;
}

function formOf(step: Step, { words, language }: Asked): FieldForm | undefined {
  if (!('keep' in step) || step.keep === undefined) return undefined;
  const name = step.keep;
  const asked = (key: string) => words.render(language, key);
  if ('choose' in step) {
    const ids = Object.keys(step.on).filter((id) => id !== 'unknown');
    const options = ids.map((id) => ({ id, label: inWords(asked(`${step.choose}-${id}`)) }));
    return { name, question: withoutNumbers(asked(step.choose)), options };
  }
  if (!('ask' in step)) return undefined;
  if (step.answer === 'yes-no') return { name, question: withoutNumbers(asked(step.ask)), options: YES_NO };
  return { name, question: asked(step.ask) };
}

/** The first of the accepted answers that is more than a digit. */
function inWords(accepted: string): string {
  const answers = accepted.split(',').map((answer) => answer.trim());
  return answers.find((answer) => !/^\p{N}+$/u.test(answer)) ?? accepted;
}
