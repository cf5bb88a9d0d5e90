import type { Request, Response } from 'express';
import type { StoredAccount } from '../hotline/ports.ts';

/** Who asks, as the guard found out. */
export interface Caller {
  account: StoredAccount | undefined;
  token: string;
  address: string | undefined;
  cookies: Record<string, string>;
}

const SIGN_ON_SECONDS = 600;

/** `__Host-`: set by this very host over https, for all of it, and by no neighbour. Browsers refuse the name on plain http. */
export function cookieNames(publicUrl: string): { session: string; signOn: string } {
  const prefix = publicUrl.startsWith('https:') ? '__Host-' : '';
  return { session: `${prefix}lantern`, signOn: `${prefix}lantern-sign-on` };
}

/** The browser forgets it when it closes. Never sent along with what another site makes the browser ask for. */
export function sessionCookie(publicUrl: string, token: string): string {
  return cookie(
    publicUrl,
    cookieNames(publicUrl).session,
    token,
    `SameSite=Strict${token === '' ? '; Max-Age=0' : ''}`,
  );
}

/** Lax, because the way back from the provider begins on its page. */
export function signOnCookie(publicUrl: string, flow: string): string {
  const seconds = flow === '' ? 0 : SIGN_ON_SECONDS;
  return cookie(publicUrl, cookieNames(publicUrl).signOn, flow, `SameSite=Lax; Max-Age=${seconds}`);
}

function cookie(publicUrl: string, name: string, value: string, more: string): string {
  return `${name}=${value}; Path=/; HttpOnly; ${publicUrl.startsWith('https:') ? 'Secure; ' : ''}${more}`;
}

/** The first of each name: a second one of the same name was put there by somebody else. */
export function readCookies(req: Request): Record<string, string> {
  const pairs = (req.get('cookie') ?? '').split(';').map((part) => {
    const equals = part.indexOf('=');
    return [part.slice(0, Math.max(0, equals)).trim(), part.slice(equals + 1).trim()];
  });
  return Object.fromEntries(pairs.reverse());
}

export function setCaller(res: Response, caller: Caller): void {
  res.locals.caller = caller;
}

/** Only behind a guard of the console's. */
export function callerOf(res: Response): Caller {
  return res.locals.caller as Caller;
}
