import { removeReplyBody, saveReplyBody } from './console-bodies/replies.ts';
import { api, outcome } from './console-row.ts';
import type { Route } from './route.ts';

/** Words that staff have agreed on: read by all who answer people, edited by whoever answers for them. */
export const REPLY_ROUTES: readonly Route[] = [
  api('get', '/api/replies', 'records', {
    answer: async ({ replies }) => ({ json: await replies.list() }),
  }),
  api('post', '/api/replies', 'editors', {
    body: saveReplyBody,
    async answer({ replies }, { me, body }) {
      const kept = await replies.save(me.id, body);
      return { ...outcome(kept), ...(kept.outcome === 'done' && { about: kept.id }) };
    },
  }),
  api('post', '/api/replies/:reply/remove', 'editors', {
    body: removeReplyBody,
    answer: async ({ replies }, { params, body }) => outcome(await replies.remove(params.reply ?? '', body.version)),
  }),
];
