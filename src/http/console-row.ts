import type { RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Act } from '../hotline/audit/audit-view.ts';
import type { StoredAccount } from '../hotline/ports.ts';
import { actOf, PRACTISED } from './act-of.ts';
import type { ConsoleDeps } from './console-deps.ts';
import type { ConsoleGuard } from './console-guards.ts';
import { readJson } from './read-json.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Route } from './route.ts';
import { callerOf, sessionCookie, signOnCookie } from './session-cookie.ts';

/** A request that has passed its guard, its body read and checked. */
export interface Call<Body> {
  /** Who is signed in. For a visitor there is nobody: ask `caller`. */
  me: StoredAccount;
  caller: StoredAccount | undefined;
  /** The session's token; empty for a visitor. */
  token: string;
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  body: Body;
  /** Of the caller, where it is known. */
  address: string | undefined;
  cookies: Record<string, string>;
  /** The query as it came, with its question mark. */
  search: string;
}

/** What a handler answers. It is in the audit before it is sent. */
export interface Reply extends Partial<Omit<Act, 'act'>> {
  json?: unknown;
  refusal?: Refusal;
  redirectTo?: string;
  file?: { contentType: string; bytes: Buffer };
  /** Opens or, with '', ends the browser's session. */
  session?: string;
  /** What the browser keeps while it is at the single sign-on provider; '' ends it. */
  signOn?: string;
}

const ID = /^[\w-]{1,64}$/;

export interface Row<Schema extends z.ZodType> {
  body?: Schema;
  answer(console: ConsoleDeps, call: Call<z.output<Schema>>): Promise<Reply> | Reply;
}

/**
 * One address of the console's: checked by its guard, its body by its schema, noted in the audit, answered. The handler only
 * calls the hotline. In the audit it is called by its method and path, with `about` what the path's first blank names.
 */
export function api<Schema extends z.ZodType>(
  method: Route['method'],
  path: string,
  guard: ConsoleGuard,
  { body, answer }: Row<Schema>,
): Route {
  return {
    method,
    path,
    guard,
    handler(deps) {
      const { console } = deps;
      if (console === undefined) return [];
      const handle: RequestHandler = async (req, res) => {
        const caller = callerOf(res);
        const parsed = body?.safeParse(req.body);
        const { act, about } = actOf(req);
        const note = (reply: Reply) => {
          const actor = reply.actor ?? caller.account?.id ?? '-';
          if (act === PRACTISED) return console.audit.note({ act, actor, outcome: 'done' }, true);
          return console.audit.note(
            { act, about: reply.about ?? about, actor, outcome: reply.outcome ?? reply.refusal ?? 'done' },
            req.method === 'GET',
          );
        };
        const call = {
          ...{ me: caller.account as StoredAccount, caller: caller.account, token: caller.token },
          ...{ params: req.params as Record<string, string>, query: saidOnce(req.query) },
          ...{ body: parsed?.data as z.output<Schema>, address: caller.address, cookies: caller.cookies },
          search: URL.parse(req.originalUrl, 'http://line')?.search ?? '',
        };
        // No id of ours looks otherwise, and nothing else is looked for.
        const strange = !Object.values(req.params).every((value) => ID.test(String(value)));
        const refusal = strange ? 'not-found' : parsed?.success === false ? 'bad-body' : undefined;
        const reply: Reply = refusal ? { refusal } : await failing(() => answer(console, call), note);
        await note(reply);
        send(res, reply, parsed?.error?.issues[0]?.path.join('.'), deps.config.publicUrl);
      };
      return body === undefined ? [handle] : [...readJson, handle];
    },
  };
}

/** What is said twice in an address is not said: nobody's screen does that. */
function saidOnce(query: object): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === 'string'));
}

/** A command's result is answered as it is; its outcome is the audit's too. */
export function outcome(result: { outcome: string }): Reply {
  return { json: result, outcome: result.outcome };
}

function send(res: Response, reply: Reply, at: string | undefined, publicUrl: string): void {
  if (reply.session !== undefined) res.append('set-cookie', sessionCookie(publicUrl, reply.session));
  if (reply.signOn !== undefined) res.append('set-cookie', signOnCookie(publicUrl, reply.signOn));
  if (reply.refusal !== undefined) refuse(res, reply.refusal, at);
  else if (reply.redirectTo !== undefined) res.redirect(303, reply.redirectTo);
  else if (reply.file !== undefined) sendFile(res, reply.file);
  else res.json(reply.json ?? { outcome: 'done' });
}

/** What broke off half way may have done something: it is noted too. */
async function failing(answer: () => Promise<Reply> | Reply, note: (reply: Reply) => Promise<void>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    await note({ outcome: 'failed' });
    throw error;
  }
}

/** What a browser can show without running any of it. */
const SHOWN = /^(image\/(jpeg|png|gif|webp)|(audio|video)\/[\w.+-]+)$/;

/** A stranger's file: never run, never guessed at, never kept. */
function sendFile(res: Response, { contentType, bytes }: NonNullable<Reply['file']>): void {
  const shown = SHOWN.test(contentType);
  res.set({
    'content-type': shown ? contentType : 'application/octet-stream',
    'content-disposition': shown ? 'inline' : 'attachment',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  res.end(bytes);
}
