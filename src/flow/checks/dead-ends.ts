import type { Finding } from '../finding.ts';
import { stepKind } from '../steps/index.ts';
import type { Check } from './checked-set.ts';
import { atKey } from './place.ts';

/** No step lacks a way out, and no question an answer it is meant to have. */
export const deadEnds: Check = ({ flows }) =>
  flows.flatMap((flow) =>
    Object.entries(flow.steps).flatMap(([name, step]): Finding[] => {
      const lacks = stepKind(step).lacks(step);
      if (lacks.length === 0) return [];
      const message = `step "${name}" is a dead end: it lacks ${lacks.join(' and ')}`;
      const hint = 'say where it goes on, or end with an "end" or "hand-off" step';
      return [{ ...atKey(flow.source, ['steps', name]), severity: 'error', code: 'dead-end', message, hint }];
    }),
  );
