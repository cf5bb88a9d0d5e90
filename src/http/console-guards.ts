import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Role } from '../hotline/accounts/account.ts';
import { csrfOf } from '../hotline/accounts/sessions.ts';
import { RECORD_ROLES } from '../hotline/records/record-roles.ts';
import { actOf } from './act-of.ts';
import { callerAddress } from './caller-address.ts';
import type { AppDeps } from './deps.ts';
import { type Refusal, refuse } from './refusals.ts';
import { callerOf, cookieNames, readCookies, setCaller } from './session-cookie.ts';

/** Who may come in: one of these roles. `visitor`: whoever, signed in or not. `arrival`: the same, sent here by another site. */
export const ALLOWED = {
  visitor: undefined,
  arrival: undefined,
  staff: ['advocate', 'supervisor', 'operator', 'admin'],
  desk: ['advocate', 'supervisor'],
  advocate: ['advocate'],
  supervisor: ['supervisor'],
  operator: ['operator'],
  records: RECORD_ROLES,
  /** Whoever answers for words that leave the line. */
  editors: ['supervisor', 'operator'],
  /** Whoever answers for how the line does. */
  overview: ['supervisor', 'operator'],
  admin: ['admin'],
} as const satisfies Record<string, readonly Role[] | undefined>;

export type ConsoleGuard = keyof typeof ALLOWED;

const API_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What stands before the console's handlers. Each refusal of somebody known is in the audit. */
export function createConsoleGuards(deps: AppDeps): Record<ConsoleGuard, RequestHandler[]> {
  const { console } = deps;
  const guards = Object.entries(ALLOWED).map(([name, roles]) => [name, [guard(name as ConsoleGuard, roles)]]);
  return Object.fromEntries(guards);

  function guard(name: ConsoleGuard, roles: readonly Role[] | undefined): RequestHandler {
    if (console === undefined) return (_req, res) => refuse(res, 'not-found');
    const { session } = cookieNames(deps.config.publicUrl);
    return async (req, res, next) => {
      // Express would answer it as a GET, and open a stream that nobody reads.
      if (req.method === 'HEAD') return refuse(res, 'wrong-method');
      res.set(API_HEADERS);
      const cookies = readCookies(req);
      const token = cookies[session] ?? '';
      const account = token === '' ? undefined : await console.sessions.read(token);
      setCaller(res, { account, token, cookies, address: callerAddress(req, console.proxies) });
      const refusal = refusalOf(req, res, name, roles);
      if (refusal === undefined) return next();
      // Whoever brings nothing has seen nothing and claimed nothing.
      if (token !== '' || refusal !== 'signed-out') {
        await console.audit.note({ ...actOf(req), actor: account?.id ?? '-', outcome: refusal }, !changes(req));
      }
      refuse(res, refusal);
    };
  }

  function refusalOf(
    req: Request,
    res: Response,
    name: ConsoleGuard,
    roles: readonly Role[] | undefined,
  ): Refusal | undefined {
    if (name !== 'arrival' && isForeign(req, deps.config.publicUrl, console?.about.mode === 'demo'))
      return 'cross-site';
    const { account, token } = callerOf(res);
    if (roles === undefined) return undefined;
    if (account === undefined) return 'signed-out';
    if (!roles.some((role) => account.roles.includes(role))) return 'not-allowed';
    return changes(req) && !equal(req.get('x-csrf') ?? '', csrfOf(token)) ? 'csrf' : undefined;
  }
}

/**
 * Whether another site made the browser ask. Browsers say so themselves (Fetch Metadata), and name the origin of whatever
 * changes something. Who says neither is no browser with a page of ours, and changes nothing.
 */
function isForeign(req: Request, publicUrl: string, demo: boolean): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && !changes(req))) return true;
  const origin = req.get('origin');
  if (origin === undefined) return changes(req);
  if (origin === new URL(publicUrl).origin) return false;
  // The demo may be opened as localhost or as 127.0.0.1.
  return !(demo && LOOPBACK.test(URL.parse(origin)?.hostname ?? ''));
}

function changes({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
