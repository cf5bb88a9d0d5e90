import { describe, expect, it } from '@jest/globals';
import { createMachine, initialTransition } from 'xstate';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { assertOnlyAnswers, compileFlows, type FlowState } from '../../src/flow/compile.ts';
import { keysOf } from '../../src/flow/locales.ts';
import { readFlows } from '../../src/flow/read-flows.ts';

const { files } = await readSetFiles('.');
const { flows, locales } = readFlows(files);
const compiled = compileFlows(flows, keysOf(locales, 'en'));

/** The flows under a root with the ids that they lead to. XState finds every target when it is made, or throws. */
function machineOf(states: Record<string, FlowState>) {
  const bot = { id: 'bot', initial: 'welcome', states };
  const config = { id: 'line', initial: 'bot', states: { bot, waiting: { id: 'waiting' }, quiet: { id: 'quiet' } } };
  return createMachine(config as never);
}

describe('compileFlows', () => {
  it('reads every flow of the line', () => {
    expect(flows.map(({ name }) => name)).toEqual(expect.arrayContaining(['crisis', 'menu', 'tip', 'welcome']));
  });

  it.each(flows.map((flow) => [flow.name, flow] as const))('makes a real machine of %s', (name, flow) => {
    const machine = machineOf(compiled);
    for (const step of Object.keys(flow.steps)) {
      expect(machine.getStateNodeById(`line.bot.${name}.${step}`).meta).toMatchObject({ flow: name, step });
    }
  });

  it('begins by asking, in the first turn', () => {
    const [snapshot, actions] = initialTransition(machineOf(compiled));
    expect(snapshot.value).toEqual({ bot: { welcome: 'danger' } });
    expect(actions.map(({ type }) => type)).toEqual(['say']);
  });

  it('leaves no target to chance', () => {
    const broken = structuredClone(compiled);
    const answers = broken.tip?.states.what?.on?.ANSWER[0];
    if (answers) answers.target = '#bot.tip.gone';
    expect(() => machineOf(broken)).toThrow('gone');
  });

  it('handles ANSWER and nothing else in every step, so that the root keeps the rest', () => {
    const steps = Object.values(compiled).flatMap(({ states }) => Object.values(states));
    expect(steps.length).toBeGreaterThan(30);
    const asking = steps.filter((step) => step.on);
    expect(asking.length).toBeGreaterThan(10);
    for (const step of asking) expect(Object.keys(step.on ?? {})).toEqual(['ANSWER']);
  });

  it('asks again with a text of its own where there is one', () => {
    const again = JSON.stringify(compiled.welcome?.states.danger?.on);
    expect(again).toContain('"welcome.first-again"');
  });
});

describe('assertOnlyAnswers', () => {
  it.each([
    ['STOP', { on: { ANSWER: [], STOP: [] } }],
    ['a wildcard', { on: { '*': [] } }],
    ['a delay', { after: { 1000: 'x' } }],
    ['an actor', { invoke: { src: 'x' } }],
    ['nested states', { states: {} }],
  ])('refuses a step that would handle %s', (_, state) => {
    expect(() => assertOnlyAnswers(state, 'tip.where')).toThrow(TypeError);
  });

  it('lets a step answer, speak and go on', () => {
    expect(() => assertOnlyAnswers({ meta: {}, entry: [], on: { ANSWER: [] }, always: [] }, 'tip.where')).not.toThrow();
  });
});
