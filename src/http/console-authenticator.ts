import { confirmCodeBody, proveBody } from './console-bodies/session.ts';
import type { ConsoleDeps } from './console-deps.ts';
import { api, type Call, outcome } from './console-row.ts';
import type { Route } from './route.ts';

/** What everybody may change of their second factor, once they have shown the first and a code of the standing one. */
export const AUTHENTICATOR_ROUTES: readonly Route[] = [
  api('post', '/api/me/authenticator', 'staff', {
    body: proveBody,
    async answer(deps, call) {
      const refused = await refusal(deps, call);
      if (refused !== undefined) return outcome(refused);
      const enrolment = await deps.authenticators.begin(call.me.id);
      return outcome(enrolment === undefined ? { outcome: 'unknown' } : { outcome: 'done', ...enrolment });
    },
  }),

  api('post', '/api/me/authenticator/confirm', 'staff', {
    body: confirmCodeBody,
    async answer({ authenticators, sessions }, { me, body }) {
      const result = await authenticators.confirm(me.id, body.code);
      if (result.outcome !== 'done') return outcome(result);
      const { account, ...told } = result;
      // Every session has ended, this one too: whoever changed it goes on in a new one.
      return { ...outcome(told), session: await sessions.open(account) };
    },
  }),

  api('post', '/api/me/recovery-codes', 'staff', {
    body: proveBody,
    async answer(deps, call) {
      const refused = await refusal(deps, call);
      if (refused !== undefined) return outcome(refused);
      const recoveryCodes = await deps.authenticators.renewRecoveryCodes(call.me.id);
      return outcome(recoveryCodes === undefined ? { outcome: 'unknown' } : { outcome: 'done', ...{ recoveryCodes } });
    },
  }),
];

async function refusal({ signIn }: ConsoleDeps, { me, body }: Call<{ password: string; code: string }>) {
  const checked = await signIn.confirmWithCode(me, body.password, body.code);
  if (checked === 'right') return undefined;
  return checked === 'wrong' ? { outcome: 'wrong' } : { outcome: 'wait', ...{ seconds: checked.waitSeconds } };
}
