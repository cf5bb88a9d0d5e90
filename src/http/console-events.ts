import type { RequestHandler } from 'express';
import type { DeskEvent } from '../hotline/desk/desk-event.ts';
import type { DeskService } from '../hotline/desk/desk-service.ts';
import { actOf } from './act-of.ts';
import type { ConsoleDeps } from './console-deps.ts';
import type { AppDeps } from './deps.ts';
import { refuse } from './refusals.ts';
import { callerOf } from './session-cookie.ts';

/** The desk misses somebody after 20 s; a console that hears nothing for 25 s says that it is stale. */
const TIMING = { presenceMs: 5_000, beatMs: 10_000 };
/** A browser that does not read is let go, and fetches everything when it is back. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/**
 * GET /api/events: the desk's events as they come, from where the browser left off. The open stream is the sign of life of
 * an advocate and of their session; it ends with the session, and when another tab of the browser opens its own.
 */
export function consoleEvents(
  { console, now }: AppDeps,
  deskOf: (console: ConsoleDeps, account: string) => DeskService | undefined = ({ desk }) => desk,
): RequestHandler[] {
  if (console === undefined) return [];
  const { sessions, audit, streamTiming = TIMING } = console;
  const open = new Map<string, (last: DeskEvent) => void>();

  return [
    async (req, res) => {
      const { account, token } = callerOf(res);
      if (account === undefined) return refuse(res, 'signed-out');
      const desk = deskOf(console, account.id);
      if (desk === undefined) return refuse(res, 'not-found');
      await audit.note({ ...actOf(req), actor: account.id, outcome: 'done' }, true);

      let ended = false;
      const closing: (() => void)[] = [];
      const write = (event: DeskEvent, id?: string) => {
        if (ended) return;
        res.write(`${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`);
        if (res.writableLength > MOST_UNREAD_BYTES) res.destroy();
      };
      const end = (last?: DeskEvent) => {
        if (ended) return;
        if (last !== undefined) write(last);
        ended = true;
        if (open.get(token) === finish) open.delete(token);
        for (const close of closing) close();
        res.end();
      };
      const finish = (last: DeskEvent) => end(last);
      const look = async () => {
        // A store that is away for a moment ends nobody's stream: what it would say is asked again.
        const standing = await sessions.read(token).catch(() => account);
        if (standing === undefined) return end({ type: 'signed-out' });
        await desk.beat(account.id).catch(() => {});
      };
      const hear = (event: DeskEvent, id: string) => {
        if (event.type !== 'account') return write(event, id);
        if (event.account === account.id) void look();
      };

      open.get(token)?.({ type: 'moved' });
      open.set(token, finish);
      res.on('close', () => end());
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        // Proxies that gather what they pass on would hold back a cry for help.
        'x-accel-buffering': 'no',
      });
      // A console that hears no beat says that it is stale: so it is, when its server hears nothing.
      const beat = () => desk.events.current && write({ type: 'beat', now: now() });
      beat();
      const feed = await desk.events.follow(lastHeard(req.get('last-event-id')), hear);
      const timers = [setInterval(() => void look(), streamTiming.presenceMs), setInterval(beat, streamTiming.beatMs)];
      closing.push(() => void feed.close(), ...timers.map((timer) => () => clearInterval(timer)));
      // It may have gone while the feed was opened.
      if (ended) for (const close of closing) close();
      await look();
    },
  ];
}

/** The stream's own ids look so; anything else begins anew. */
function lastHeard(id: string | undefined): string | undefined {
  return id !== undefined && /^\d{1,16}-\d{1,16}$/.test(id) ? id : undefined;
}
