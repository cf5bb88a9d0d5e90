import type { Flow } from './flow.ts';
import { stepKind } from './steps/index.ts';
import type { StepState } from './steps/step-kind.ts';

/** One flow as an XState state under `bot`: plain data, one state a step. */
export interface FlowState {
  initial: string;
  states: Record<string, StepState>;
}

/**
 * Compiles flows to the states under `bot`. Targets are absolute: the root gives its states the ids `bot`, `waiting` and
 * `quiet`, and step `where` of flow `tip` is `#bot.tip.where`.
 *
 * @param texts every message key of the default language; a question with a text `<key>-again` is put again with it.
 * @throws TypeError when a step would handle anything but ANSWER: in XState a child's handler, or its wildcard, silently
 *   beats the root's, and STOP or DANGER would be lost there.
 */
export function compileFlows(flows: readonly Flow[], texts: ReadonlySet<string>): Record<string, FlowState> {
  return Object.fromEntries(flows.map((flow) => [flow.name, compileFlow(flow, texts)]));
}

function compileFlow(flow: Flow, texts: ReadonlySet<string>): FlowState {
  const states: Record<string, StepState> = {};
  for (const [name, step] of Object.entries(flow.steps)) {
    const state = stepKind(step).compile(step, {
      flow: flow.name,
      step: name,
      to: (target) => (target.includes('.') ? `#bot.${target}` : `#bot.${flow.name}.${target}`),
      hasText: (key) => texts.has(key),
    });
    assertOnlyAnswers(state, `${flow.name}.${name}`);
    states[name] = state;
  }
  return { initial: flow.start, states };
}

const ALLOWED = new Set(['meta', 'entry', 'on', 'always']);

/** Refuses a state that listens to more than ANSWER, or that could act at another time than its texter's. */
export function assertOnlyAnswers(state: object, step: string): void {
  const strange = Object.keys(state).find((key) => !ALLOWED.has(key));
  if (strange) throw new TypeError(`step ${step} compiled to a state with "${strange}"`);
  const events = 'on' in state && state.on ? Object.keys(state.on) : [];
  const handled = events.find((event) => event !== 'ANSWER');
  if (handled) throw new TypeError(`step ${step} would handle ${handled}: a step may handle ANSWER only`);
}
