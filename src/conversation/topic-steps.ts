import type { Flow } from '../flow/flow.ts';
import type { Profile } from '../flow/profile.ts';

/** The topics for which the profile's `topics` step has a way on, and the step it leads to, as `tip.start`. */
export function topicSteps(flows: readonly Flow[], { topics }: Profile): Map<string, string> {
  const [flow = '', name = ''] = topics?.split('.') ?? [];
  const step = flows.find((one) => one.name === flow)?.steps[name];
  const ways = step && 'branch' in step ? Object.entries(step.on) : [];
  return new Map(ways.map(([topic, to]) => [topic, to.includes('.') ? to : `${flow}.${to}`]));
}
