import type { Clock, DeskIndex, LaneRef, Lanes, LineState, Presence } from '../ports.ts';
import type { SetLibrary } from '../set-library.ts';
import type { Vault } from '../vault.ts';
import { type Shelved, shelved } from './card-view.ts';
import type { CommandLane } from './command-lane.ts';
import { createIndexMender } from './index-mender.ts';
import type { OnCall } from './on-call.ts';
import { GONE_AFTER_MS, isHere, mayHold } from './on-floor.ts';
import type { Roster, RosterEntry } from './roster.ts';

/** How often the desk is looked over. With the time after which a console counts as gone, well under 30 s. */
export const WATCH_EVERY_MS = 5_000;
/** How often every lane is looked at. */
export const SCAN_EVERY_MS = 10 * 60_000;
/** So soon after a start, or after the store was away, the consoles may still be on their way back. */
const SETTLING_MS = 10_000;
/** Longer than that a conversation must not be without anybody. */
const OWNERLESS_MS = 30_000;
/** A lost index is made again by one process at a time. */
const REBUILD_MS = 15_000;
const USUAL = { unansweredSeconds: 120, nobodySeconds: 60 };
/** Between texts of a talk under way an advocate may think for longer, before a supervisor is asked to look. */
const LATER_ANSWERS = 3;

/** What happens at the desk by itself, so that nobody is forgotten. */
export interface DeskWatch {
  /** Looks once. One process of the line does it in each stretch of five seconds, whoever asks. */
  look(): Promise<void>;
  /** Holds the index against every lane. */
  scan(): Promise<void>;
  /** People whom nobody holds and who do not wait either, as of the last look; NaN when there was none for half a minute. */
  readonly ownerless: number;
}

export interface DeskWatchDeps {
  clock: Clock;
  lanes: Lanes;
  lane: CommandLane;
  index: DeskIndex;
  vault: Vault;
  presence: Presence;
  roster: Roster;
  lineState: LineState;
  library: SetLibrary;
  onCall: OnCall;
}

interface Floor {
  now: number;
  /** Whether whoever is not seen is gone: not when nobody could be seen a moment ago. */
  settled: boolean;
  staff: ReadonlyMap<string, RosterEntry>;
  /** ms since the last beat. */
  seen: ReadonlyMap<string, number>;
  limits: typeof USUAL;
}

export function createDeskWatch(deps: DeskWatchDeps): DeskWatch {
  const { clock, lanes, lane, index, presence, roster, lineState } = deps;
  const mender = createIndexMender(deps);
  let steadySince = clock.now();
  let lookedAt: number | undefined;
  let ownerless = 0;
  let lost = 0;

  async function floor(): Promise<Floor> {
    const [staff, seen] = await Promise.all([roster.list(), presence.seen()]);
    const limits = deps.library.current().set.profile.desk ?? USUAL;
    const now = clock.now();
    return {
      ...{ now, settled: now - steadySince >= SETTLING_MS, seen, limits },
      staff: new Map(staff.map((member) => [member.id, member])),
    };
  }

  /**
   * No console could give a sign of life while the store was away, or this process stood still: their time begins anew, or
   * everybody would be taken from everybody at once.
   */
  function steady(): void {
    const now = clock.now();
    const gap = lookedAt === undefined ? 0 : now - lookedAt;
    if (gap > GONE_AFTER_MS || gap < 0 || now < steadySince) steadySince = now;
    lookedAt = now;
  }

  async function read(): Promise<{ cards: Shelved[]; there: Floor }> {
    try {
      const cards = shelved(await index.list());
      if (!(await index.isWhole()) && (await lineState.duty('desk-rebuild', REBUILD_MS))) {
        lost = await mender.mend();
      }
      steady();
      return { cards, there: await floor() };
    } catch (error) {
      steadySince = Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  /** Under the owner's own fence: whoever has it by then is not touched. */
  async function giveBack(ref: LaneRef, owner: string, why: 'owner-gone' | 'unanswered'): Promise<void> {
    const held = (await lanes.peek(ref))?.owner;
    if (held?.name !== owner) return;
    const item = { kind: 'release', to: 'queue', why } as const;
    await lane.command({ ref, advocate: owner, fence: held.fence }, item, `${why}-${held.fence}`);
  }

  async function watchLive({ ref, talk, version, read }: Shelved, there: Floor): Promise<void> {
    const { now, limits } = there;
    const { owner, unanswered, answered } = read;
    // A card that could not be read whole has lost whose it was.
    if (owner === undefined) {
      const release = { kind: 'release', to: 'queue', why: 'owner-gone' } as const;
      return void (await lane.tell(ref, talk, release, `ownerless-${talk}-${version}`));
    }
    if (isGone(owner, there)) return giveBack(ref, owner, 'owner-gone');
    if (unanswered === undefined || read.silentSince !== undefined || read.held) return;
    const waits = now - unanswered;
    const limit = limits.unansweredSeconds * 1000;
    if (!answered && waits >= limit) await giveBack(ref, owner, 'unanswered');
    if (answered && waits >= limit * LATER_ANSWERS && !read.attention) {
      await lane.tell(ref, talk, { kind: 'attention', on: true }, `late-${talk}-${unanswered}`);
    }
  }

  /** Returns whether staff on call should hear of them. Of whoever has been silent since, they hear once. */
  async function watchWaiting({ ref, talk, read }: Shelved, there: Floor): Promise<boolean> {
    const { now, staff, seen, limits, settled } = there;
    if (read.silentSince !== undefined && read.nobody) return false;
    const since = read.waitFrom ?? read.since;
    const someone = !settled || [...staff.values()].some((member) => isHere(member, seen));
    if (someone && now - since < limits.nobodySeconds * 1000) return false;
    if (!read.nobody) await lane.tell(ref, talk, { kind: 'nobody-on' }, `nobody-${talk}-${since}`);
    return !read.muted;
  }

  return {
    async look() {
      const { cards, there } = await read();
      const live = cards.filter(({ read }) => read.status === 'live');
      ownerless = live.filter(
        ({ read }) => (there.seen.get(read.owner ?? '') ?? OWNERLESS_MS + 1) > OWNERLESS_MS,
      ).length;
      if (!(await lineState.duty('desk-watch', WATCH_EVERY_MS - 500))) return;
      for (const card of live) await watchLive(card, there);
      const calls: string[] = [];
      for (const card of cards.filter(({ read }) => read.status === 'waiting')) {
        if (await watchWaiting(card, there)) calls.push(card.talk);
      }
      // Whoever waits has heard the truth before any of this, which the provider may make slow.
      for (const talk of calls) await deps.onCall.call(talk);
    },

    async scan() {
      // Another process has looked, and tells what it found.
      lost = (await lineState.duty('desk-scan', SCAN_EVERY_MS - 5_000)) ? await mender.mend() : 0;
    },

    get ownerless() {
      const blind = lookedAt === undefined || Math.abs(clock.now() - lookedAt) > OWNERLESS_MS;
      return blind ? Number.NaN : ownerless + lost;
    },
  };
}

/** Closed, asleep or cut off; off shift; or no account of the desk's any more. A break is none of these. */
function isGone(owner: string, { staff, seen, settled }: Floor): boolean {
  const member = staff.get(owner);
  if (member === undefined || !mayHold(member) || member.shift === 'off') return true;
  return settled && (seen.get(owner) ?? Number.POSITIVE_INFINITY) > GONE_AFTER_MS;
}
