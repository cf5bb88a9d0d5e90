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
  unsayBody,
} from './console-bodies/desk.ts';
import type { ConsoleDeps } from './console-deps.ts';
import type { ConsoleGuard } from './console-guards.ts';
import { api, outcome, type Reply } from './console-row.ts';
import type { Route } from './route.ts';

/** What people do at a desk whose addresses begin with `base`: the line's own, or one to practise at. */
function deskRoutes(base: string, deskOf: (console: ConsoleDeps) => DeskService): Route[] {
  /** A command about one conversation. */
  function command<Schema extends z.ZodType>(
    path: string,
    body: Schema,
    run: (desk: DeskService, staff: Staff, talk: string, body: z.output<Schema>) => Promise<CommandResult>,
    { method = 'post', guard = 'desk' }: { method?: 'post' | 'put'; guard?: ConsoleGuard } = {},
  ): Route {
    return api(method, `${base}/talks/:talk/${path}`, guard, {
      body,
      answer: async (console, call) =>
        outcome(await run(deskOf(console), staffOf(call.me), call.params.talk ?? '', call.body)),
    });
  }

  return [
    api('get', `${base}/queue`, 'desk', {
      answer: async (console, { me }) => ({ json: await deskOf(console).queue(staffOf(me)) }),
    }),
    api('post', `${base}/next`, 'advocate', {
      body: nextBody,
      async answer(console, { me }) {
        const taken = await deskOf(console).next(staffOf(me));
        return { ...outcome(taken), ...(taken.outcome === 'done' && { about: taken.talk }) };
      },
    }),
    api('get', `${base}/talks/:talk`, 'desk', {
      async answer(console, { me, params, query }): Promise<Reply> {
        const options = { after: /^\d{1,9}$/.test(query.after ?? '') ? Number(query.after) : 0 };
        const view = await deskOf(console).view(staffOf(me), params.talk ?? '', {
          ...options,
          language: me.settings.language,
        });
        return view === undefined ? { refusal: 'not-found' } : { json: view };
      },
    }),
    command('claim', claimBody, (desk, staff, talk) => desk.claim(staff, talk)),
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
    api('post', `${base}/talks/:talk/media`, 'desk', {
      body: mediaBody,
      async answer(console, { me, params, body }): Promise<Reply> {
        const file = await deskOf(console).media(staffOf(me), params.talk ?? '', body);
        return file.outcome === 'done' ? { file } : { refusal: 'not-found', outcome: file.outcome };
      },
    }),
    api('get', `${base}/steps`, 'desk', {
      answer: (console, { me }) => ({ json: deskOf(console).steps(me.settings.language) }),
    }),
    api('get', `${base}/floor`, 'supervisor', {
      answer: async (console) => ({ json: await deskOf(console).colleagues() }),
    }),
    api('get', `${base}/colleagues`, 'desk', {
      async answer(console, { me }) {
        const colleagues = await deskOf(console).colleagues();
        return { json: colleagues.filter(({ id }) => id !== me.id) };
      },
    }),
  ];
}

export const DESK_ROUTES: readonly Route[] = deskRoutes('/api', ({ desk }) => desk);

/** Nothing of an account's secrets goes to the desk. */
export function staffOf({ id, name, roles, languages, skills, loadCap, shift }: StoredAccount): Staff {
  return { id, name, roles, languages, skills, loadCap, shift };
}
