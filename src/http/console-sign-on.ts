import { z } from 'zod';
import { api } from './console-row.ts';
import type { Route } from './routes.ts';
import { cookieNames } from './session-cookie.ts';

const flowSchema = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Single sign-on: out to the provider, and back. What ties the two together is kept by the browser for ten minutes. */
export const SIGN_ON_ROUTES: readonly Route[] = [
  api('get', '/api/session/sso', 'visitor', {
    async answer({ signOn }) {
      if (signOn === undefined) return { refusal: 'not-found' };
      const { redirectTo, flow } = await signOn.begin();
      return { redirectTo, signOn: Buffer.from(JSON.stringify(flow)).toString('base64url') };
    },
  }),

  api('get', '/api/session/sso/return', 'arrival', {
    async answer({ signOn, sessions, publicUrl }, { cookies, target }) {
      if (signOn === undefined) return { refusal: 'not-found' };
      const flow = readFlow(cookies[cookieNames(publicUrl).signOn] ?? '');
      const result =
        flow === undefined ? { outcome: 'failed' as const } : await signOn.finish(publicUrl + target, flow);
      if (result.outcome !== 'signed-in') {
        const about = 'about' in result ? result.about : undefined;
        const refused = { redirectTo: `${publicUrl}/console/sign-in?sso=failed`, outcome: result.outcome, signOn: '' };
        return { ...refused, ...(about !== undefined && { about }) };
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
