import { accountBody, inviteBody, resetBody, unlockBody, verifyBody } from './console-bodies/accounts.ts';
import { api, outcome } from './console-row.ts';
import type { Route } from './route.ts';

const AUDIT_PAGE = 100;

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

  api('post', '/api/accounts/:account/unlock', 'admin', {
    body: unlockBody,
    answer: async ({ accounts }, { params }) =>
      outcome({ outcome: (await accounts.unlock(params.account ?? '')) ? 'done' : 'unknown' }),
  }),

  api('get', '/api/audit', 'admin', {
    async answer({ auditReader }, { query }) {
      const before = Number(query.before);
      const { actor, act, about } = query;
      const from = Number.isSafeInteger(before) && before > 0 ? before : undefined;
      return { json: await auditReader.page(from, AUDIT_PAGE, { actor, act, about }) };
    },
  }),

  api('post', '/api/audit/verify', 'admin', {
    body: verifyBody,
    async answer({ verifyAudit }) {
      const verified = await verifyAudit();
      return { json: verified, outcome: verified.ok ? 'done' : verified.fault.fault };
    },
  }),
];
