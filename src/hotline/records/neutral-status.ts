import type { WorkStatus } from './record-ports.ts';

/** What may be told to whoever holds a receipt code: nothing that shows whether anything was found or done. */
export type NeutralStatus = 'received' | 'in-review' | 'closed';

const NEUTRAL: Record<WorkStatus, NeutralStatus> = {
  new: 'received',
  'in-review': 'in-review',
  'acted-on': 'in-review',
  closed: 'closed',
};

export function neutralStatus(status: WorkStatus): NeutralStatus {
  return NEUTRAL[status];
}
