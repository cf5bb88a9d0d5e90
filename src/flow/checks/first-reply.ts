import { stepKind } from '../steps/index.ts';
import type { CheckedSet } from './checked-set.ts';
import { stepGraph } from './step-graph.ts';

/** The texts of the ordinary first reply: all that is said from the start step to the first question, in order. */
export function firstReply({ flows, profile }: CheckedSet): string[] {
  const nodes = stepGraph(flows);
  const keys: string[] = [];
  const seen = new Set<string>();
  for (let node = nodes.get(profile.start); node && !seen.has(node.id); ) {
    seen.add(node.id);
    const { step } = node;
    const said = stepKind(step).messages(step);
    keys.push(...said.filter(({ use }) => use === 'said').map(({ key }) => key));
    node = node.asks ? undefined : nodes.get(node.leadsTo[0] ?? '');
  }
  return keys;
}
