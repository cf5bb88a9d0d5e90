import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { atKey } from './place.ts';
import { type Node, stepGraph } from './step-graph.ts';

/** No circle of steps goes round without asking: the line would send texts for ever. */
export const silentLoops: Check = ({ flows }) => {
  const nodes = stepGraph(flows);
  const found: Finding[] = [];
  const told = new Set<string>();
  for (const node of nodes.values()) {
    const circle = circleFrom(node, nodes);
    if (!circle || circle.some((id) => told.has(id))) continue;
    for (const id of circle) told.add(id);
    const message = `these steps go round without asking: ${[...circle, node.id].join(' > ')}`;
    const hint = 'put a question in the circle, or let it end';
    found.push({
      ...atKey(node.flow.source, ['steps', node.name]),
      severity: 'error',
      code: 'silent-loop',
      message,
      hint,
    });
  }
  return found;
};

/** The steps of a way from `start` back to it that asks nothing, or undefined when there is none. */
function circleFrom(start: Node, nodes: ReadonlyMap<string, Node>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let node = open.shift(); node; node = open.shift()) {
    if (node.asks) continue;
    for (const id of node.leadsTo) {
      if (id === start.id) return wayTo(node.id, start.id, cameFrom);
      const next = nodes.get(id);
      if (!next || cameFrom.has(id)) continue;
      cameFrom.set(id, node.id);
      open.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(end);
  return end === start || before === undefined ? [end] : [...wayTo(before, start, cameFrom), end];
}
