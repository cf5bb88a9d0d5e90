import { accountBody, inviteBody, resetBody } from './console-bodies/accounts.ts';
import { api, outcome } from './console-row.ts';
import type { Route } from './route.ts';

const AUDIT_PAGE = 200;

/** What admins do: who may come in as what, and what everybody did. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  api('get', '/api/accounts', 'admin', {
    answer: async ({ accounts }) => ({ json: await accounts.views() }),
  }),

  api('post', '/api/accounts', 'admin', {
    body: inviteBody,
    async answer({ invitations }, { body }) {
      const invited = await invitations.invite(body);
      if (invited === undefined) return outcome({ outcome: 'taken' });
      return { ...outcome({ outcome: 'done', ...invited }), about: invited.account };
    },
  }),

  api('put', '/api/accounts/:account', 'admin', {
    body: accountBody,
    async answer({ accounts, desk }, { params, body }) {
      const result = await accounts.change(params.account ?? '', body);
      if (result === 'done') await desk.events.append({ type: 'floor' });
      return outcome({ outcome: result });
    },
  }),

  api('post', '/api/accounts/:account/invitation', 'admin', {
    body: resetBody,
    async answer({ invitations }, { params, me }) {
      // An admin who takes their own way in away could be the last one.
      if (params.account === me.id) return outcome({ outcome: 'oneself' });
      const invited = await invitations.reset(params.account ?? '');
      return outcome(invited === undefined ? { outcome: 'unknown' } : { outcome: 'done', ...invited });
    },
  }),

  api('get', '/api/audit', 'admin', {
    async answer({ auditReader }, { query }) {
      const before = Number(query.before);
      const entries = await auditReader.latest(
        Number.isSafeInteger(before) && before > 0 ? before : undefined,
        AUDIT_PAGE,
      );
      return { json: { entries } };
    },
  }),
];
