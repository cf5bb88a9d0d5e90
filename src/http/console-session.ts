import { csrfOf } from '../hotline/accounts/sessions.ts';
import {
  acceptInvitationBody,
  changePasswordBody,
  confirmInvitationBody,
  type Session,
  settingsBody,
  shiftBody,
  signInBody,
} from './console-bodies/session.ts';
import type { ConsoleDeps } from './console-deps.ts';
import { api, type Call, outcome, type Reply } from './console-row.ts';
import type { Route } from './route.ts';

/** Coming in, going out, and what everybody may change of themselves. */
export const SESSION_ROUTES: readonly Route[] = [
  api('get', '/api/session', 'visitor', { answer: showSession }),

  api('post', '/api/session', 'visitor', {
    body: signInBody,
    async answer({ signIn, sessions }, { body, address }) {
      const result = await signIn.password({ ...body, address });
      if (result.outcome === 'code-needed') return outcome(result);
      if (result.outcome !== 'signed-in') {
        const { about, ...told } = result;
        return { ...outcome(told), ...(about !== undefined && { about }) };
      }
      const { account } = result;
      const session = await sessions.open(account);
      return { ...outcome({ outcome: 'signed-in' }), actor: account.id, session };
    },
  }),

  api('delete', '/api/session', 'staff', {
    async answer({ sessions, desk }, { token, me }) {
      await sessions.end(token);
      await desk.left(me.id);
      await desk.events.append({ type: 'account', account: me.id });
      return { session: '' };
    },
  }),

  api('post', '/api/invitation', 'visitor', {
    body: acceptInvitationBody,
    async answer({ invitations }, { body }) {
      const result = await invitations.accept(body.token, body.password);
      return forGuest(result);
    },
  }),

  api('post', '/api/invitation/confirm', 'visitor', {
    body: confirmInvitationBody,
    async answer({ invitations }, { body }) {
      return forGuest(await invitations.confirm(body.token, body.code));
    },
  }),

  api('put', '/api/me/settings', 'staff', {
    body: settingsBody,
    async answer({ accounts }, { me, body }) {
      const changed = await accounts.setSettings(me.id, body);
      return changed === 'bad-number' ? { refusal: 'bad-number' } : { json: await accounts.me(changed) };
    },
  }),

  api('put', '/api/me/shift', 'staff', {
    body: shiftBody,
    async answer({ accounts, desk }, { me, body }) {
      const changed = await accounts.setShift(me.id, body.shift);
      await desk.events.append({ type: 'floor' });
      return { json: await accounts.me(changed), outcome: body.shift };
    },
  }),

  api('post', '/api/me/password', 'staff', {
    body: changePasswordBody,
    async answer({ accounts, sessions, signIn }, { me, body }) {
      const checked = await signIn.confirm(me, body.current);
      if (checked === 'wrong') return outcome({ outcome: 'wrong' });
      if (checked !== 'right') return outcome({ outcome: 'wait', ...{ seconds: checked.waitSeconds } });
      const result = await accounts.setPassword(me.id, body.next);
      if (result.outcome === 'weak') return outcome(result);
      // Every session has ended, this one too: whoever changed it goes on in a new one.
      return { ...outcome({ outcome: 'done' }), session: await sessions.open(result.account) };
    },
  }),
];

async function showSession({ accounts, about, signOn }: ConsoleDeps, call: Call<unknown>): Promise<Reply> {
  const shared = { ...about, sso: signOn !== undefined };
  if (call.caller === undefined) return { json: shared satisfies Session, outcome: 'done' };
  const me = await accounts.me(call.caller);
  return { json: { ...shared, me, csrf: csrfOf(call.token) } satisfies Session };
}

/** Whoever holds an invitation is nobody yet, but it is known whose account it is. */
function forGuest(result: { outcome: string; account?: string }): Reply {
  const { account, ...told } = result;
  return { ...outcome(told), ...(account !== undefined && { about: account }) };
}
