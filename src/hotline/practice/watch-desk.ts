import type { DeskService, Staff } from '../desk/desk-service.ts';
import type { PracticeAct } from './script.ts';
import { seated } from './seated.ts';

/** A desk that tells what was done at it, and at which everybody is an advocate on shift. */
export function watchDesk(
  desk: DeskService,
  heard: {
    did(talk: string, act: PracticeAct, as?: string): Promise<void>;
    /** A text was taken, and leaves under this id unless it is taken back. */
    said(id: string): void;
  },
): DeskService {
  const noting =
    <B, R extends { outcome: string }>(
      run: (staff: Staff, talk: string, body: B) => Promise<R>,
      act: PracticeAct,
      as: (body: B) => string | undefined = () => undefined,
    ) =>
    async (staff: Staff, talk: string, body: B): Promise<R> => {
      const result = await run(seated(staff), talk, body);
      if (result.outcome === 'done') await heard.did(talk, act, as(body));
      return result;
    };

  return {
    ...desk,
    queue: (staff) => desk.queue(seated(staff)),
    view: (staff, talk, options) => desk.view(seated(staff), talk, options),
    unsay: (staff, talk, unsay) => desk.unsay(seated(staff), talk, unsay),
    draft: (staff, talk, draft) => desk.draft(seated(staff), talk, draft),
    media: (staff, talk, media) => desk.media(seated(staff), talk, media),
    reassign: (staff, talk, to) => desk.reassign(seated(staff), talk, to),
    claim: (staff, talk) => noting(desk.claim, 'claim')(staff, talk, undefined),
    note: noting(desk.note, 'note'),
    danger: noting(desk.danger, 'danger', ({ level }) => level),
    attention: noting(desk.attention, 'attention'),
    mute: noting(desk.mute, 'mute'),
    reveal: noting(desk.reveal, 'reveal'),
    release: noting(desk.release, 'release', ({ to }) => to),
    close: noting(desk.close, 'close', ({ kind }) => kind),

    async next(staff) {
      const taken = await desk.next(seated(staff));
      if (taken.outcome === 'done') await heard.did(taken.talk, 'claim');
      return taken;
    },

    async say(staff, talk, say) {
      const result = await desk.say(seated(staff), talk, say);
      if (result.outcome !== 'done') return result;
      heard.said(say.id);
      if (say.confirmed.includes('silent')) await heard.did(talk, 'say-to-silent');
      return result;
    },
  };
}
