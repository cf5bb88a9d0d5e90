import { didYouMean } from '../did-you-mean.ts';
import type { Finding } from '../finding.ts';
import { stepKind } from '../steps/index.ts';
import type { Check } from './checked-set.ts';
import { at } from './place.ts';
import { entries, idOf, stepGraph } from './step-graph.ts';

/** Every step that is named exists: in flows, at the start of flows, and in the profile. */
export const targets: Check = (set) => {
  const nodes = stepGraph(set.flows);
  const findings: Finding[] = [];
  for (const flow of set.flows) {
    const local = [...Object.keys(flow.steps), ...nodes.keys()];
    const unknown = (name: string, path: string[]): void => {
      if (nodes.has(idOf(flow, name))) return;
      const message = `there is no step "${name}"`;
      findings.push({
        ...at(flow.source, path),
        severity: 'error',
        code: 'unknown-step',
        message,
        hint: didYouMean(name, local),
      });
    };
    unknown(flow.start, ['start']);
    for (const [name, step] of Object.entries(flow.steps)) {
      for (const target of stepKind(step).targets(step)) unknown(target.to, ['steps', name, ...target.path]);
    }
  }
  const named = [
    ...Object.entries(entries(set)).map(([key, id]) => ({ id, path: [key] })),
    ...Object.entries(set.profile.moves).map(([from, id]) => ({ id, path: ['moves', from] })),
  ];
  for (const { id, path } of named) {
    if (nodes.has(id)) continue;
    const message = `there is no step "${id}"; the profile names steps as flow.step`;
    const hint = didYouMean(id, nodes.keys());
    findings.push({ ...at(set.profileSource, path), severity: 'error', code: 'unknown-step', message, hint });
  }
  return findings;
};
