import type { Flow } from '../flow/flow.ts';
import type { Profile } from '../flow/profile.ts';

/** The topics for which the profile's `topics` step has a way on. */
export function topicSteps(flows: readonly Flow[], { topics }: Profile): Set<string> {
  const [flow = '', name = ''] = topics?.split('.') ?? [];
  const step = flows.find((one) => one.name === flow)?.steps[name];
  return new Set(step && 'branch' in step ? Object.keys(step.on) : []);
}
