import type { Clock, DeskIndex, LaneRef, Lanes, LineState, Presence } from '../ports.ts';
import type { SetLibrary } from '../set-library.ts';
import { type Shelved, shelved } from './card-view.ts';
import type { CommandLane } from './command-lane.ts';
import type { OnCall } from './on-call.ts';
import { GONE_AFTER_MS, isHere } from './on-floor.ts';
import type { Roster, RosterEntry } from './roster.ts';

/** How often the desk is looked over. With the time after which a console counts as gone, well under 30 s. */
export const WATCH_EVERY_MS = 5_000;
/** How often every lane is looked at. */
export const SCAN_EVERY_MS = 10 * 60_000;
/** So soon after a start the consoles may still be on their way back. */
const SETTLING_MS = 10_000;
/** Longer than that a conversation must not be without anybody. */
const OWNERLESS_MS = 30_000;
const USUAL = { unansweredSeconds: 120, nobodySeconds: 60 };
/** Between texts of a talk under way an advocate may think for longer, before a supervisor is asked to look. */
const LATER_ANSWERS = 3;

/** What happens at the desk by itself, so that nobody is forgotten. */
export interface DeskWatch {
  /** Looks once. One process of the line does it in each stretch of five seconds, whoever asks. */
  look(): Promise<void>;
  /** Looks at every lane, and lets those show themselves that the index has lost. */
  scan(): Promise<void>;
  /** People whom nobody holds and who do not wait either, as of the last look. */
  readonly ownerless: number;
}

export interface DeskWatchDeps {
  clock: Clock;
  lanes: Lanes;
  lane: CommandLane;
  index: DeskIndex;
  presence: Presence;
  roster: Roster;
  lineState: LineState;
  library: SetLibrary;
  onCall: OnCall;
}

interface Floor {
  now: number;
  staff: ReadonlyMap<string, RosterEntry>;
  /** ms since the last beat. */
  seen: ReadonlyMap<string, number>;
  limits: typeof USUAL;
}

export function createDeskWatch(deps: DeskWatchDeps): DeskWatch {
  const { clock, lanes, lane, index, presence, roster, lineState } = deps;
  const startedAt = clock.now();
  let ownerless = 0;
  let lost = 0;

  async function floor(): Promise<Floor> {
    const [staff, seen] = await Promise.all([roster.list(), presence.seen()]);
    const limits = deps.library.current().set.profile.desk ?? USUAL;
    return { now: clock.now(), staff: new Map(staff.map((member) => [member.id, member])), seen, limits };
  }

  /** Under the owner's own fence: whoever has it by then is not touched. */
  async function giveBack(ref: LaneRef, owner: string, why: 'owner-gone' | 'unanswered'): Promise<void> {
    const held = (await lanes.peek(ref))?.owner;
    if (held?.name !== owner) return;
    const item = { kind: 'release', to: 'queue', why } as const;
    await lane.command({ ref, advocate: owner, fence: held.fence }, item, `${why}-${held.fence}`);
  }

  async function watchLive({ ref, talk, read }: Shelved, { now, staff, seen, limits }: Floor): Promise<void> {
    const { owner = '', unanswered, answered } = read;
    if (isGone(owner, staff, seen)) {
      if (now - startedAt >= SETTLING_MS) await giveBack(ref, owner, 'owner-gone');
      return;
    }
    if (unanswered === undefined || read.silentSince !== undefined || read.held) return;
    const waits = now - unanswered;
    const limit = limits.unansweredSeconds * 1000;
    if (!answered && waits >= limit) await giveBack(ref, owner, 'unanswered');
    if (answered && waits >= limit * LATER_ANSWERS && !read.attention) {
      await lane.tell(ref, talk, { kind: 'attention', on: true }, `late-${talk}-${unanswered}`);
    }
  }

  async function watchWaiting({ ref, talk, read }: Shelved, { now, staff, seen, limits }: Floor): Promise<void> {
    if (read.silentSince !== undefined) return;
    const since = read.waitFrom ?? read.since;
    const someone = [...staff.values()].some((member) => isHere(member, seen));
    if (someone && now - since < limits.nobodySeconds * 1000) return;
    if (!read.muted) await deps.onCall.call(talk);
    if (!read.nobody) await lane.tell(ref, talk, { kind: 'nobody-on' }, `nobody-${talk}-${since}`);
  }

  return {
    async look() {
      const cards = shelved(await index.list());
      const there = await floor();
      const live = cards.filter(({ read }) => read.status === 'live');
      ownerless = live.filter(
        ({ read }) => (there.seen.get(read.owner ?? '') ?? OWNERLESS_MS + 1) > OWNERLESS_MS,
      ).length;
      if (!(await lineState.duty('desk-watch', WATCH_EVERY_MS - 500))) return;
      for (const card of live) await watchLive(card, there);
      for (const card of cards.filter(({ read }) => read.status === 'waiting')) await watchWaiting(card, there);
    },

    async scan() {
      if (!(await lineState.duty('desk-scan', SCAN_EVERY_MS - 5_000))) return;
      const shown = new Set((await index.list()).map(({ ref }) => ref.name));
      const now = clock.now();
      lost = 0;
      for await (const { ref, conversation } of lanes.onDesk()) {
        if (shown.has(ref.name)) continue;
        lost += 1;
        await lane.tell(ref, conversation, { kind: 'show' }, `show-${conversation}-${now}`);
      }
    },

    get ownerless() {
      return ownerless + lost;
    },
  };
}

/** Closed, asleep or cut off; off shift; or no account any more. A break is none of these. */
function isGone(owner: string, staff: Floor['staff'], seen: Floor['seen']): boolean {
  const member = staff.get(owner);
  if (member === undefined || member.disabled || member.shift === 'off') return true;
  return (seen.get(owner) ?? Number.POSITIVE_INFINITY) > GONE_AFTER_MS;
}
