import { z } from 'zod';
import { SIGN_ON_RETURN } from '../hotline/accounts/sign-on.ts';
import { api } from './console-row.ts';
import type { Route } from './route.ts';
import { cookieNames } from './session-cookie.ts';

const flowSchema = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });

const FAILED = '/console/sign-in?sso=failed';

/** Single sign-on: out to the provider, and back. What ties the two together is kept by the browser for ten minutes. */
export const SIGN_ON_ROUTES: readonly Route[] = [
  api('get', '/api/session/sso', 'visitor', {
    async answer({ signOn, publicUrl }) {
      if (signOn === undefined) return { refusal: 'not-found' };
      const begun = await signOn.begin();
      if (begun === undefined) return { redirectTo: publicUrl + FAILED, outcome: 'failed' };
      return { redirectTo: begun.redirectTo, signOn: Buffer.from(JSON.stringify(begun.flow)).toString('base64url') };
    },
  }),

  api('get', SIGN_ON_RETURN, 'arrival', {
    async answer({ signOn, sessions, publicUrl }, { cookies, search }) {
      if (signOn === undefined) return { refusal: 'not-found' };
      const flow = readFlow(cookies[cookieNames(publicUrl).signOn] ?? '');
      const result = flow === undefined ? { outcome: 'failed' as const } : await signOn.finish(search, flow);
      if (result.outcome !== 'signed-in') {
        const about = 'about' in result ? result.about : undefined;
        return { redirectTo: publicUrl + FAILED, outcome: result.outcome, about, signOn: '' };
      }
      const { account } = result;
      const session = await sessions.open(account);
      return { redirectTo: `${publicUrl}/console/`, actor: account.id, outcome: 'signed-in', session, signOn: '' };
    },
  }),
];

function readFlow(cookie: string) {
  try {
    return flowSchema.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
