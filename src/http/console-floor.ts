import { takeOver } from '../hotline/desk/take-over.ts';
import { breakBody, loadCapBody, reviewBody, takeOverBody } from './console-bodies/floor.ts';
import { staffOf } from './console-desk.ts';
import { api, outcome } from './console-row.ts';
import type { Route } from './route.ts';

/** What supervisors do about the people at the desk, and the second look at what has been closed. */
export const FLOOR_ROUTES: readonly Route[] = [
  api('get', '/api/floor/care', 'supervisor', { answer: async ({ floor }) => ({ json: await floor.floor() }) }),

  api('put', '/api/floor/:account/load-cap', 'supervisor', {
    body: loadCapBody,
    answer: async ({ floor }, { params, body }) =>
      outcome({ outcome: await floor.setLoadCap(params.account ?? '', body.loadCap) }),
  }),

  api('post', '/api/floor/:account/break', 'supervisor', {
    body: breakBody,
    answer: async ({ floor }, { params }) => outcome({ outcome: await floor.giveBreak(params.account ?? '') }),
  }),

  api('post', '/api/talks/:talk/take-over', 'supervisor', {
    body: takeOverBody,
    async answer({ desk }, { me, params }) {
      // Whoever may not write to texters would leave them with nobody who does.
      if (!me.roles.includes('advocate')) return { refusal: 'not-allowed' };
      return outcome(await takeOver(desk, staffOf(me), params.talk ?? ''));
    },
  }),

  api('get', '/api/reviews', 'supervisor', { answer: async ({ reviews }) => ({ json: await reviews.open() }) }),

  api('post', '/api/reviews/:talk', 'supervisor', {
    body: reviewBody,
    answer: async ({ reviews }, { me, params, body }) =>
      outcome({ outcome: await reviews.finish(staffOf(me), params.talk ?? '', body) }),
  }),

  api('get', '/api/me/comments', 'desk', {
    answer: async ({ reviews }, { me }) => ({ json: await reviews.comments(me.id) }),
  }),
];
