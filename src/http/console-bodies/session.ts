import { z } from 'zod';
import { type Me, type Role, SHIFTS } from '../../hotline/accounts/account.ts';

/** GET /api/session: what the sign-in page and the frame of every page need. */
export interface Session {
  me?: Me;
  /** Goes back in the header `x-csrf` of every request that changes something. */
  csrf?: string;
  programme: string;
  mode: 'demo' | 'live';
  /** Single sign-on is set up. */
  sso: boolean;
  /** In demo mode only: accounts that open without a second factor. */
  demoAccounts?: { login: string; password: string; name: string; roles: Role[] }[];
  /** Languages in which the line talks to texters. */
  languages: string[];
}

const login = z.string().trim().min(1).max(200);
const password = z.string().min(1).max(1_000);
/** Six digits of the authenticator, or a recovery code. */
const code = z.string().trim().max(40);

export const signInBody = z.strictObject({ login, password, code: code.optional() });
/** `code-needed` comes for every right or wrong password alike where a second factor is due. */
export type SignedIn =
  | { outcome: 'signed-in' }
  | { outcome: 'code-needed' }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; seconds: number };

export const acceptInvitationBody = z.strictObject({ token: z.string().max(200), password });
/** The authenticator's secret, to be confirmed by a first code. */
export interface Enrolment {
  secret: string;
  /** otpauth://, for a QR picture made in the browser. */
  uri: string;
}
export const confirmInvitationBody = z.strictObject({ token: z.string().max(200), code });
export interface Confirmed {
  /** Shown once. */
  recoveryCodes: string[];
}

/** POST /api/me/authenticator → done & Enrolment, POST /api/me/recovery-codes → done & Confirmed; both also wrong | wait */
export const proveBody = z.strictObject({ password, code });
/** POST /api/me/authenticator/confirm → done & Confirmed | wrong | unknown */
export const confirmCodeBody = z.strictObject({ code });

export const changePasswordBody = z.strictObject({ current: password, next: password });
export const settingsBody = z.strictObject({
  language: z.enum(['en', 'es']).optional(),
  sound: z.boolean().optional(),
  onCallNumber: z.string().max(20).nullable().optional(),
  onCallConsent: z.boolean().optional(),
});
export const shiftBody = z.strictObject({ shift: z.enum(SHIFTS) });

export type SignInBody = z.input<typeof signInBody>;
export type AcceptInvitationBody = z.input<typeof acceptInvitationBody>;
export type ConfirmInvitationBody = z.input<typeof confirmInvitationBody>;
export type ProveBody = z.input<typeof proveBody>;
export type ConfirmCodeBody = z.input<typeof confirmCodeBody>;
export type ChangePasswordBody = z.input<typeof changePasswordBody>;
export type SettingsBody = z.input<typeof settingsBody>;
export type ShiftBody = z.input<typeof shiftBody>;
