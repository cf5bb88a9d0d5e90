import type { Flow } from './flow.ts';
import { kindOf, stepKind } from './steps/index.ts';

/** All flows as steps and the ways between them. `via` is the answer that leads there, when one does. */
export interface FlowGraph {
  steps: { id: string; flow: string; step: string; kind: string; start: boolean }[];
  ways: { from: string; to: string; via?: string }[];
}

/** The graph of all flows, in the order of their files. */
export function graphOf(flows: readonly Flow[]): FlowGraph {
  const graph: FlowGraph = { steps: [], ways: [] };
  for (const flow of flows) {
    for (const [name, step] of Object.entries(flow.steps)) {
      const id = `${flow.name}.${name}`;
      graph.steps.push({ id, flow: flow.name, step: name, kind: kindOf(step) ?? '', start: flow.start === name });
      for (const { to, path } of stepKind(step).targets(step)) {
        const via = path.at(-1);
        const target = to.includes('.') ? to : `${flow.name}.${to}`;
        graph.ways.push({ from: id, to: target, ...(via && via !== 'next' && via !== 'go' && { via }) });
      }
    }
  }
  return graph;
}

/** The graph as a Mermaid flowchart, one box a flow. */
export function mermaid(graph: FlowGraph): string {
  const flows = [...new Set(graph.steps.map((step) => step.flow))];
  const name = (id: string) => id.replaceAll(/[.-]/g, '_');
  const boxes = flows.flatMap((flow) => [
    `  subgraph ${name(flow)}["${flow}"]`,
    ...graph.steps
      .filter((step) => step.flow === flow)
      .map((step) => {
        const [open, close] = SHAPES[step.kind] ?? ['[', ']'];
        return `    ${name(step.id)}${open}"${step.step}<br/>${step.kind}"${close}`;
      }),
    '  end',
  ]);
  const ways = graph.ways.map(({ from, to, via }) => `  ${name(from)} -->${via ? `|${via}|` : ''} ${name(to)}`);
  return ['flowchart TD', ...boxes, ...ways].join('\n');
}

/** Questions are rounded, hand-offs and ends stand out; every other step is a plain box. */
const SHAPES: Record<string, [string, string]> = {
  ask: ['(', ')'],
  choose: ['(', ')'],
  branch: ['{', '}'],
  'hand-off': ['[[', ']]'],
  end: ['([', '])'],
};
