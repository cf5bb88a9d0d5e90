import { holdBody, liftBody } from './console-bodies/retention.ts';
import { api, outcome } from './console-row.ts';
import type { Route } from './route.ts';

/** What will be forgotten when, and what an admin says must not be. */
export const RETENTION_ROUTES: readonly Route[] = [
  api('get', '/api/retention', 'admin', {
    answer: async ({ retention }) => ({ json: await retention.view() }),
  }),

  api('post', '/api/retention/holds', 'admin', {
    body: holdBody,
    async answer({ retention }, { me, body }) {
      return { ...outcome({ outcome: await retention.hold(me.id, body) }), about: body.id };
    },
  }),

  api('post', '/api/retention/holds/:hold/lift', 'admin', {
    body: liftBody,
    answer: async ({ retention }, { me, params, body }) =>
      outcome({ outcome: await retention.lift(me.id, params.hold ?? '', body.reason) }),
  }),
];
