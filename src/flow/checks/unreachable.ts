import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { atKey } from './place.ts';
import { entries, reachable, stepGraph } from './step-graph.ts';

/** Every step can be reached from a step that the profile names. */
export const unreachable: Check = (set) => {
  const nodes = stepGraph(set.flows);
  const reached = reachable(nodes, [...Object.values(entries(set)), ...Object.values(set.profile.moves)]);
  return [...nodes.values()]
    .filter((node) => !reached.has(node.id))
    .map((node): Finding => {
      const message = `no conversation can reach step "${node.name}"`;
      const hint = 'lead to it from another step, or remove it';
      return {
        ...atKey(node.flow.source, ['steps', node.name]),
        severity: 'error',
        code: 'unreachable',
        message,
        hint,
      };
    });
};
