import { z } from 'zod';
import { REPLY_USES } from '../../hotline/replies/canned-reply.ts';

/** POST /api/replies, for supervisors and operators → ReplyResult. A new one without `id`. */
export const saveReplyBody = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  version: z.int().min(1).optional(),
  use: z.enum(REPLY_USES),
  title: z.string().trim().min(1).max(60),
  texts: z.record(z.string().regex(/^[a-z]{2}$/), z.string().trim().max(4_000)),
});
/** POST /api/replies/:reply/remove, for supervisors and operators */
export const removeReplyBody = z.strictObject({ version: z.int().min(1) });

export type SaveReplyBody = z.input<typeof saveReplyBody>;
export type RemoveReplyBody = z.input<typeof removeReplyBody>;
