import type { z } from 'zod';
import type { DeskService, Staff } from '../hotline/desk/desk-service.ts';
import type { CommandResult } from '../hotline/desk/desk-view.ts';
import type { StoredAccount } from '../hotline/ports.ts';
import {
  attentionBody,
  claimBody,
  closeBody,
  dangerBody,
  draftBody,
  mediaBody,
  muteBody,
  nextBody,
  noteBody,
  reassignBody,
  releaseBody,
  revealBody,
  sayBody,
  translateBody,
  unsayBody,
} from './console-bodies/desk.ts';
import type { ConsoleDeps } from './console-deps.ts';
import type { ConsoleGuard } from './console-guards.ts';
import { api, type Call, outcome, type Reply } from './console-row.ts';
import type { Route } from './route.ts';

/** A desk, and the guards of its rows. */
interface Where {
  base: string;
  /** Undefined where this member of the staff has none. */
  deskOf(console: ConsoleDeps, account: StoredAccount): DeskService | undefined;
  guardOf?(guard: DeskGuard): ConsoleGuard;
}
type DeskGuard = 'desk' | 'advocate' | 'supervisor';

/** What people do at a desk whose addresses begin with `base`: the line's own, or one to practise at. */
export function deskRoutes({ base, deskOf, guardOf = (guard) => guard }: Where): Route[] {
  function row<Schema extends z.ZodType>(
    method: 'get' | 'post' | 'put',
    path: string,
    guard: DeskGuard,
    answer: (desk: DeskService, staff: Staff, call: Call<z.output<Schema>>) => Promise<Reply> | Reply,
    body?: Schema,
  ): Route {
    return api<Schema>(method, base + path, guardOf(guard), {
      ...(body && { body }),
      answer(console, call) {
        const desk = deskOf(console, call.me);
        return desk === undefined ? { refusal: 'not-found' } : answer(desk, staffOf(call.me), call);
      },
    });
  }

  /** A command about one conversation. */
  function command<Schema extends z.ZodType>(
    path: string,
    body: Schema,
    run: (desk: DeskService, staff: Staff, talk: string, body: z.output<Schema>) => Promise<CommandResult>,
    { method = 'post', guard = 'desk' }: { method?: 'post' | 'put'; guard?: DeskGuard } = {},
  ): Route {
    return row(
      method,
      `/talks/:talk/${path}`,
      guard,
      async (desk, staff, call) => outcome(await run(desk, staff, call.params.talk ?? '', call.body)),
      body,
    );
  }

  return [
    row('get', '/queue', 'desk', async (desk, staff) => ({ json: await desk.queue(staff) })),
    row(
      'post',
      '/next',
      'advocate',
      async (desk, staff) => {
        const taken = await desk.next(staff);
        return { ...outcome(taken), ...(taken.outcome === 'done' && { about: taken.talk }) };
      },
      nextBody,
    ),
    row('get', '/talks/:talk', 'desk', async (desk, staff, { me, params, query }) => {
      const options = { after: /^\d{1,9}$/.test(query.after ?? '') ? Number(query.after) : 0 };
      const view = await desk.view(staff, params.talk ?? '', { ...options, language: me.settings.language });
      return view === undefined ? { refusal: 'not-found' } : { json: view };
    }),
    // Whoever takes a person must be able to write to them.
    command('claim', claimBody, (desk, staff, talk) => desk.claim(staff, talk), { guard: 'advocate' }),
    command('say', sayBody, (desk, staff, talk, body) => desk.say(staff, talk, body), { guard: 'advocate' }),
    command('unsay', unsayBody, (desk, staff, talk, body) => desk.unsay(staff, talk, body), { guard: 'advocate' }),
    command('release', releaseBody, (desk, staff, talk, body) => desk.release(staff, talk, body)),
    command('close', closeBody, (desk, staff, talk, body) => desk.close(staff, talk, body)),
    command('danger', dangerBody, (desk, staff, talk, body) => desk.danger(staff, talk, body)),
    command('note', noteBody, (desk, staff, talk, body) => desk.note(staff, talk, body)),
    command('draft', draftBody, (desk, staff, talk, body) => desk.draft(staff, talk, body), { method: 'put' }),
    command('attention', attentionBody, (desk, staff, talk, body) => desk.attention(staff, talk, body)),
    command('mute', muteBody, (desk, staff, talk, body) => desk.mute(staff, talk, body)),
    command('reveal', revealBody, (desk, staff, talk, body) => desk.reveal(staff, talk, body)),
    command('reassign', reassignBody, (desk, staff, talk, body) => desk.reassign(staff, talk, body), {
      guard: 'supervisor',
    }),
    row(
      'post',
      '/talks/:talk/media',
      'desk',
      async (desk, staff, { params, body }) => {
        const file = await desk.media(staff, params.talk ?? '', body);
        return file.outcome === 'done' ? { file } : { refusal: 'not-found', outcome: file.outcome };
      },
      mediaBody,
    ),
    row(
      'post',
      '/talks/:talk/translate',
      'desk',
      async (desk, staff, { me, params, body }) =>
        outcome(await desk.translate(staff, params.talk ?? '', body, me.settings.language)),
      translateBody,
    ),
    row('get', '/steps', 'desk', (desk, _staff, { me }) => ({ json: desk.steps(me.settings.language) })),
    row('get', '/floor', 'supervisor', async (desk) => ({ json: await desk.colleagues() })),
    row('get', '/colleagues', 'desk', async (desk, _staff, { me }) => {
      const colleagues = await desk.colleagues();
      return { json: colleagues.filter(({ id }) => id !== me.id) };
    }),
  ];
}

export const DESK_ROUTES: readonly Route[] = deskRoutes({ base: '/api', deskOf: ({ desk }) => desk });

/** Nothing of an account's secrets goes to the desk. */
export function staffOf({ id, name, roles, languages, skills, loadCap, shift }: StoredAccount): Staff {
  return { id, name, roles, languages, skills, loadCap, shift };
}
