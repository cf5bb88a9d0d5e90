import type { Flow } from '../flow.ts';
import { type Step, stepKind } from '../steps/index.ts';
import type { CheckedSet } from './checked-set.ts';

/** One step among all flows. */
export interface Node {
  /** `flow.step` */
  id: string;
  flow: Flow;
  name: string;
  step: Step;
  asks: boolean;
  /** Ids of the steps it leads to, whether or not they exist. */
  leadsTo: string[];
}

/** Every step of every flow by id. */
export function stepGraph(flows: readonly Flow[]): Map<string, Node> {
  const nodes = new Map<string, Node>();
  for (const flow of flows) {
    for (const [name, step] of Object.entries(flow.steps)) {
      const id = `${flow.name}.${name}`;
      const leadsTo = stepKind(step)
        .targets(step)
        .map((target) => idOf(flow, target.to));
      nodes.set(id, { id, flow, name, step, asks: stepKind(step).asks, leadsTo });
    }
  }
  return nodes;
}

/** The id of a step as a flow names it. */
export function idOf(flow: Flow, target: string): string {
  return target.includes('.') ? target : `${flow.name}.${target}`;
}

/** Every step that can be reached from `from`, which is among them. */
export function reachable(nodes: ReadonlyMap<string, Node>, from: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const open = [...from].filter((id) => nodes.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(nodes.get(id)?.leadsTo ?? []).filter((next) => nodes.has(next)));
  }
  return seen;
}

/** The steps at which the line itself may enter the flows, by the key of the profile that names them. */
export function entries({ profile }: CheckedSet): Record<string, string> {
  const { start, safe, menu, crisis, support, topics, receipt } = profile;
  return { start, safe, menu, crisis, support, ...(topics && { topics }), ...(receipt && { receipt }) };
}
