import type { Check } from './checked-set.ts';
import { at } from './place.ts';
import { stepGraph } from './step-graph.ts';

/**
 * The safe step asks something at once and one of its answers is a person. A conversation lands there when its own step
 * is gone, so it must not depend on anything that came before.
 */
export const safeStep: Check = ({ flows, profile, profileSource }) => {
  const nodes = stepGraph(flows);
  const node = nodes.get(profile.safe);
  if (!node) return [];
  const offersPerson = node.asks && node.leadsTo.some((id) => 'hand-off' in (nodes.get(id)?.step ?? {}));
  if (offersPerson) return [];
  const message = `the safe step "${profile.safe}" must ask something and offer a person`;
  const hint = 'make it a "choose" step with an option that leads to a "hand-off" step';
  return [{ ...at(profileSource, ['safe']), severity: 'error', code: 'safe-step', message, hint }];
};
