import { z } from 'zod';
import { ROLES } from '../../hotline/accounts/account.ts';

const name = z.string().trim().min(1).max(100);
const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .transform((named) => [...new Set(named)]);
const languages = z.array(z.string().regex(/^[a-z]{2,3}$/)).max(40);
const skills = z.array(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)).max(40);
export const loadCap = z.int().min(1).max(50);

/** POST /api/accounts. The login is an address where single sign-on is used. */
export const inviteBody = z.strictObject({
  login: z
    .string()
    .trim()
    .regex(/^[^\s,;<>"]{3,200}$/),
  name,
  roles,
  languages: languages.default(['en']),
  skills: skills.default([]),
  loadCap: loadCap.default(4),
});
/** `token` goes into the link /console/invitation#TOKEN, which is shown once and sent by whoever invites. */
export type Invited =
  | { outcome: 'done'; account: string; token: string; expiresAt: number }
  | { outcome: 'taken' }
  | { outcome: 'oneself' }
  | { outcome: 'unknown' };

/** PUT /api/accounts/:account. What is left out stays. */
export const accountBody = z.strictObject({
  name: name.optional(),
  roles: roles.optional(),
  languages: languages.optional(),
  skills: skills.optional(),
  loadCap: loadCap.optional(),
  disabled: z.boolean().optional(),
});

/** POST /api/accounts/:account/invitation: password, authenticator and open sessions go, and a new invitation is made. */
export const resetBody = z.strictObject({});

/** POST /api/accounts/:account/unlock → {outcome: 'done' | 'unknown'} */
export const unlockBody = z.strictObject({});
/** POST /api/audit/verify → Verified */
export const verifyBody = z.strictObject({});

export type InviteBody = z.input<typeof inviteBody>;
export type AccountBody = z.input<typeof accountBody>;
