import type { DeskEvent } from '../../../src/hotline/desk/desk-event.ts';
import type { DeskFeed, DeskService, Staff } from '../../../src/hotline/desk/desk-service.ts';
import type { Colleague } from '../../../src/hotline/desk/desk-view.ts';

/** A desk that does nothing but remember who asked what, with one conversation that belongs to one account. */
export function fakeDesk(owner: string) {
  const asked: [string, Staff, ...unknown[]][] = [];
  const colleagues: (Colleague & { present: boolean })[] = [];
  const beats: string[] = [];
  const followers = new Set<(event: DeskEvent, id: string) => void>();
  const kept: { event: DeskEvent; id: string }[] = [];
  let opened = 0;
  const events: DeskFeed & { current: boolean } = {
    current: true,
    async append(event) {
      const id = `${kept.length + 1}-0`;
      kept.push({ event, id });
      for (const hear of followers) hear(event, id);
    },
    async follow(after, hear) {
      opened += 1;
      const from = after === undefined ? kept.length : kept.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && from === 0) hear({ type: 'reset' }, kept.at(-1)?.id ?? '0-0');
      for (const { event, id } of kept.slice(from)) hear(event, id);
      followers.add(hear);
      return { close: () => void followers.delete(hear) };
    },
    async close() {
      followers.clear();
    },
  };
  const command =
    (name: string, more: object = {}) =>
    async (staff: Staff, talk: string, body?: unknown) => {
      asked.push([name, staff, talk, body]);
      return staff.id === owner ? { outcome: 'done' as const, ...more } : { outcome: 'not-owner' as const };
    };
  const desk = {
    async queue(staff: Staff) {
      asked.push(['queue', staff]);
      return { now: 1, waiting: [], live: [], optedOut: [], counts: {}, onShift: 1 };
    },
    async next(staff: Staff) {
      asked.push(['next', staff]);
      return { outcome: 'done' as const, talk: 'talk-next', fence: 3 };
    },
    async view(staff: Staff, talk: string, options: unknown) {
      asked.push(['view', staff, talk, options]);
      return staff.id === owner ? { card: { talk }, entries: [] } : undefined;
    },
    ...{ claim: command('claim', { fence: 3 }), say: command('say'), unsay: command('unsay') },
    ...{ release: command('release'), close: command('close'), danger: command('danger'), note: command('note') },
    ...{ draft: command('draft'), attention: command('attention'), mute: command('mute') },
    ...{ reveal: command('reveal', { number: '+15555550143' }), reassign: command('reassign') },
    media: command('media', { contentType: 'image/png', bytes: Buffer.from('png') }),
    steps: () => [{ step: 'menu', label: 'Menu' }],
    colleagues: async () => colleagues,
    left: async () => {},
    beat: async (account: string) => void beats.push(account),
    events,
  } as unknown as DeskService;
  return { desk, events, asked, colleagues, beats, followers, opened: () => opened };
}
