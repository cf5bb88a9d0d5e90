import { beginPracticeBody, finishPracticeBody } from './console-bodies/practice.ts';
import { deskRoutes, staffOf } from './console-desk.ts';
import { consoleEvents } from './console-events.ts';
import { api, outcome } from './console-row.ts';
import type { Route } from './route.ts';

const BASE = '/api/practice';

/** A desk of one's own with scripted texters: open to all staff, since nobody real is there. */
export const PRACTICE_ROUTES: readonly Route[] = [
  api('get', BASE, 'staff', {
    answer: ({ practice }, { me }) => ({ json: practice.view(staffOf(me), me.settings.language) }),
  }),
  api('post', `${BASE}/rounds`, 'staff', {
    body: beginPracticeBody,
    answer: async ({ practice }, { me, body }) => outcome(await practice.begin(staffOf(me), body.script)),
  }),
  api('post', `${BASE}/rounds/:round/finish`, 'staff', {
    body: finishPracticeBody,
    answer: ({ practice }, { me, params }) =>
      outcome({ outcome: practice.finish(staffOf(me), params.round ?? '') ? 'done' : 'unknown' }),
  }),
  api('post', `${BASE}/leave`, 'staff', {
    body: finishPracticeBody,
    async answer({ practice }, { me }) {
      await practice.leave(staffOf(me));
      return outcome({ outcome: 'done' });
    },
  }),
  ...deskRoutes({
    base: BASE,
    deskOf: ({ practice }, { id }) => practice.desk(id, true),
    guardOf: (guard) => (guard === 'supervisor' ? guard : 'staff'),
  }),
  {
    method: 'get',
    path: `${BASE}/events`,
    guard: 'staff',
    handler: (deps) => consoleEvents(deps, ({ practice }, account) => practice.desk(account, false)),
  },
];
