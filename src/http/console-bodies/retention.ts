import { z } from 'zod';
import { HELD_KINDS } from '../../hotline/retention/retention-view.ts';

const reason = z.string().trim().min(3).max(500);

/** POST /api/retention/holds → {outcome: 'done' | 'held' | 'unknown'} */
export const holdBody = z.strictObject({
  kind: z.enum(HELD_KINDS),
  id: z.string().regex(/^[\w-]{1,64}$/),
  reason,
});
/** POST /api/retention/holds/:hold/lift → {outcome: 'done' | 'unknown'} */
export const liftBody = z.strictObject({ reason });

export type HoldBody = z.input<typeof holdBody>;
export type LiftBody = z.input<typeof liftBody>;
