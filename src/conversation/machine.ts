import { type AnyStateMachine, createMachine } from 'xstate';
import { compileFlows, type FlowState } from '../flow/compile.ts';
import type { StepMeta } from '../flow/steps/step-kind.ts';
import { EFFECT, toXState } from './act.ts';
import { actFind } from './act-find.ts';
import { acts } from './acts.ts';
import { type Guard, guards } from './guards.ts';
import type { PublishedSet } from './published-set.ts';
import { rootBot } from './root-bot.ts';
import { rootLive } from './root-live.ts';
import { rootQuiet } from './root-quiet.ts';
import { rootStopped } from './root-stopped.ts';
import type { RootSteps } from './root-table.ts';
import { rootWaiting } from './root-waiting.ts';

/** The one machine of a set, and what is known of each of its steps by dotted value (`bot.tip.where`). */
export interface LineMachine {
  machine: AnyStateMachine;
  steps: ReadonlyMap<string, StepMeta>;
}

/**
 * Builds the machine of a set: bot (its flows), waiting, live, quiet, stopped. It begins quiet, as no talk is under way.
 * It is driven only by XState's pure `transition()`: context changes in the snapshot, effects come back as data.
 *
 * @throws TypeError when a step would handle anything but ANSWER; Error when a target or the profile names no step.
 */
export function createLineMachine(set: PublishedSet): LineMachine {
  const { profile } = set;
  const flows = compileFlows(set.flows, defaultTexts(set));
  const steps = stepsOf(flows);
  for (const named of [
    profile.start,
    profile.menu,
    profile.crisis,
    profile.support,
    profile.safe,
    profile.topics,
    profile.receipt,
    ...(profile.releases ?? []),
  ]) {
    if (named !== undefined && !steps.has(`bot.${named}`))
      throw new Error(`the profile names a step that does not exist: ${named}`);
  }
  const rootSteps: RootSteps = {
    start: `#bot.${profile.start}`,
    menu: `#bot.${profile.menu}`,
    crisis: `#bot.${profile.crisis}`,
    support: `#bot.${profile.support}`,
    topics: profile.topics && `#bot.${profile.topics}`,
    receipt: profile.receipt && `#bot.${profile.receipt}`,
    questions: [...steps.values()].flatMap(({ flow, step, question }) => (question ? [`${flow}.${step}`] : [])),
    releases: profile.releases ?? [],
    answersStopped: profile.stopReplies === 'answer',
  };
  const config = {
    id: 'line',
    initial: 'quiet',
    context: ({ input }: { input: unknown }) => input,
    states: {
      bot: { id: 'bot', initial: Object.keys(flows)[0], states: flows, on: rootBot(rootSteps) },
      waiting: { id: 'waiting', entry: 'begin-waiting', on: rootWaiting },
      live: { id: 'live', on: rootLive(rootSteps) },
      quiet: {
        id: 'quiet',
        entry: 'fall-quiet',
        // Whoever is on the desk stays there, though a flow has come to its end.
        always: [{ guard: 'on-desk', target: 'waiting', actions: 'say-no-more' }],
        on: rootQuiet(rootSteps),
      },
      stopped: { id: 'stopped', on: rootStopped(rootSteps) },
    },
  };
  // The tables and the compiled flows are data, typed by root-table.ts and step-kind.ts; XState's own inference has no hold on data.
  return { machine: createMachine(config as never, implementations(set) as never) as AnyStateMachine, steps };
}

function implementations(set: PublishedSet) {
  const find = actFind(set);
  const wrap = (guard: Guard) => (args: { context: never; event: never }, params: unknown) =>
    guard(args.context, args.event, (params ?? {}) as never);
  return {
    actions: {
      ...Object.fromEntries(Object.entries({ ...acts, ...find.acts }).map(([name, act]) => [name, toXState(act)])),
      [EFFECT]: () => {},
    },
    guards: Object.fromEntries(
      Object.entries({ ...guards, ...find.guards }).map(([name, guard]) => [name, wrap(guard)]),
    ),
  };
}

function stepsOf(flows: Record<string, FlowState>): Map<string, StepMeta> {
  const steps = new Map<string, StepMeta>();
  for (const [flow, { states }] of Object.entries(flows)) {
    for (const [step, { meta }] of Object.entries(states)) steps.set(`bot.${flow}.${step}`, meta);
  }
  return steps;
}

function defaultTexts({ locales, profile }: PublishedSet): Set<string> {
  const namespaces = Object.entries(locales[profile.defaultLanguage] ?? {});
  return new Set(namespaces.flatMap(([name, { texts }]) => Object.keys(texts).map((entry) => `${name}.${entry}`)));
}
