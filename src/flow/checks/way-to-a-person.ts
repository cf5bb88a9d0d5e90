import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { atKey } from './place.ts';
import { reachable, stepGraph } from './step-graph.ts';

/** From every question there is a way to a hand-off. The word PERSON works everywhere; not everyone knows it. */
export const wayToAPerson: Check = ({ flows }) => {
  const nodes = stepGraph(flows);
  return [...nodes.values()].flatMap((node): Finding[] => {
    if (!node.asks) return [];
    const ahead = [...reachable(nodes, [node.id])];
    if (ahead.some((id) => 'hand-off' in (nodes.get(id)?.step ?? {}))) return [];
    // A way to a step that is missing may have been the way to a person; that it is missing is told already.
    if (ahead.some((id) => nodes.get(id)?.leadsTo.some((next) => !nodes.has(next)))) return [];
    const message = `no answer to "${node.name}" ever leads to a person`;
    const hint = 'lead some answer to a "hand-off" step';
    return [{ ...atKey(node.flow.source, ['steps', node.name]), severity: 'error', code: 'no-person', message, hint }];
  });
};
