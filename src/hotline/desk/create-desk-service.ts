import { openRoute } from '../open-lane.ts';
import type {
  Clock,
  DeskEvents,
  DeskIndex,
  Lanes,
  LineState,
  Log,
  MediaSource,
  Presence,
  TalkPapers,
  Translator,
} from '../ports.ts';
import type { SetLibrary } from '../set-library.ts';
import type { Vault } from '../vault.ts';
import type { NameOf } from './card-view.ts';
import type { CommandLane } from './command-lane.ts';
import { createDeskCommands } from './desk-commands.ts';
import { createDeskFeed } from './desk-feed.ts';
import { createDeskQueue } from './desk-queue.ts';
import type { DeskService } from './desk-service.ts';
import { createPapers } from './papers.ts';
import { mediaUrl } from './read-entries.ts';
import { createReadTalk } from './read-talk.ts';
import type { Roster } from './roster.ts';
import { createShelf } from './shelf.ts';
import { createTalks, isSupervisor } from './talks.ts';
import { createTranslate } from './translate.ts';

const REVEALS_AN_HOUR = 20;
const HOUR_MS = 3_600_000;

export interface DeskServiceDeps {
  clock: Clock;
  lanes: Lanes;
  vault: Vault;
  library: SetLibrary;
  index: DeskIndex;
  events: DeskEvents;
  presence: Presence;
  papers: TalkPapers;
  lineState: Pick<LineState, 'allow'>;
  roster: Roster;
  lane: CommandLane;
  log: Log;
  /** Without one no picture can be opened. */
  media?: MediaSource | undefined;
  translator: Translator;
  legalHold?: (talk: string) => Promise<boolean>;
  showsEarlier?: boolean;
}

/** The desk of one process. It keeps nothing in mind: every process of the line may serve every advocate. */
export function createDeskService(deps: DeskServiceDeps): DeskService {
  const { clock, lanes, vault, library, index, presence, roster, lane } = deps;
  const talks = createTalks({ lanes, vault, index, library });
  const papers = createPapers(deps.papers, vault);
  const shelf = createShelf(index, deps.events);
  const events = createDeskFeed(deps.events, deps.log);
  const readTalk = createReadTalk({
    clock,
    talks,
    index,
    papers,
    legalHold: deps.legalHold ?? (async () => false),
    showsEarlier: deps.showsEarlier ?? true,
  });

  const { translates, translate } = createTranslate({ talks, papers, translator: deps.translator });

  async function names(): Promise<NameOf> {
    const known = new Map((await roster.list()).map(({ id, name }) => [id, name]));
    return (id) => ({ id, name: known.get(id) ?? id });
  }

  /** Others who look at the same conversation hear of what is beside it. */
  const telling =
    <A extends [{ id: string }, string, ...unknown[]], R extends { outcome: string }>(
      act: (...given: A) => Promise<R>,
    ) =>
    async (...given: A): Promise<R> => {
      const result = await act(...given);
      if (result.outcome === 'done') await events.append({ type: 'talk', talk: given[1] });
      return result;
    };

  const commands = createDeskCommands({ clock, lanes, lane, shelf, talks, papers });
  return {
    ...createDeskQueue({ clock, shelf, lane, presence, roster, talks, names }),
    ...commands,
    note: telling(commands.note),
    unsay: telling(commands.unsay),

    async view(staff, talk, { after, language }) {
      const opened = await talks.openFor(staff, talk);
      if (opened === undefined) return undefined;
      const shown = { after, language, translates: translates(staff, opened, language) };
      return readTalk(staff.id, opened, { ...shown, nameOf: await names() });
    },
    translate,

    async reveal(staff, talk, { reason }) {
      const opened = await talks.openFor(staff, talk);
      if (!opened?.present) return { outcome: 'gone' };
      if (!isSupervisor(staff) && opened.lane.owner?.name !== staff.id) return { outcome: 'not-owner' };
      // Whoever needs more numbers than that is not answering people.
      if (!(await deps.lineState.allow(`reveal:${staff.id}`, REVEALS_AN_HOUR, HOUR_MS))) return { outcome: 'too-many' };
      const { to } = await openRoute(opened.lane, vault);
      await papers.addNote(opened, { at: clock.now(), by: staff.id, text: reason, about: 'reveal' });
      return { outcome: 'done', number: to };
    },

    async media(staff, talk, { n, at }) {
      const opened = await talks.openFor(staff, talk);
      const turns = opened && (await talks.turns(opened));
      const url = turns && mediaUrl(turns, n, at);
      const file = url && (await deps.media?.fetch(url));
      return file ? { outcome: 'done', ...file } : { outcome: 'gone' };
    },

    steps(language) {
      const { set, words } = library.current();
      const { menu, releases = [] } = set.profile;
      return [menu, ...releases].flatMap((step) => {
        const [flow, name = ''] = step.split('.');
        const found = set.flows.find((one) => one.name === flow)?.steps[name];
        const key = found && ('ask' in found ? found.ask : 'choose' in found ? found.choose : undefined);
        return [{ step, label: key === undefined ? step : words.render(language, key) }];
      });
    },

    beat: (account) => presence.beat(account),
    left: (account) => presence.left(account),
    events,
  };
}
