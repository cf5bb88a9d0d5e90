import type { Clock, Presence } from '../ports.ts';
import { cardView, type NameOf, type Shelved } from './card-view.ts';
import type { CommandLane } from './command-lane.ts';
import type { DeskService, Staff } from './desk-service.ts';
import { type CardView, PRIORITIES, type Queue } from './desk-view.ts';
import { mayTake } from './may-take.ts';
import { isHere, mayHold } from './on-floor.ts';
import { queueOrder } from './queue-order.ts';
import type { Roster, RosterEntry } from './roster.ts';
import { isSupervisor, type Talks } from './talks.ts';

/** Who waits, who takes them, and who is there to. */
export function createDeskQueue(deps: {
  clock: Clock;
  shelf: () => Promise<readonly Shelved[]>;
  lane: CommandLane;
  presence: Presence;
  roster: Roster;
  talks: Talks;
  names: () => Promise<NameOf>;
}): Pick<DeskService, 'queue' | 'next' | 'claim' | 'colleagues'> {
  const { clock, shelf, lane, presence, roster, talks, names } = deps;

  async function inOrder(): Promise<{ waiting: Shelved[]; live: Shelved[]; optedOut: Shelved[] }> {
    const cards = await shelf();
    const of = (status: string) => cards.filter(({ read }) => read.status === status);
    const ordered = (list: Shelved[]) => queueOrder(list, ({ read }) => read, clock.now());
    return { waiting: ordered(of('waiting')), live: ordered(of('live')), optedOut: ordered(of('opted-out')) };
  }

  async function here(): Promise<RosterEntry[]> {
    const [staff, seen] = await Promise.all([roster.list(), presence.seen()]);
    return staff.filter((member) => isHere(member, seen));
  }

  /** Undefined when this advocate may take one more. */
  function full(staff: Staff, live: readonly Shelved[]): 'not-on-shift' | 'load-cap' | undefined {
    if (staff.shift !== 'on') return 'not-on-shift';
    return live.filter(({ read }) => read.owner === staff.id).length >= staff.loadCap ? 'load-cap' : undefined;
  }

  return {
    async queue(staff) {
      const [cards, nameOf, present] = await Promise.all([inOrder(), names(), here()]);
      const now = clock.now();
      const view = ({ talk, version, read }: Shelved): CardView => cardView({ talk, version, card: read }, nameOf, now);
      const mine = cards.live.filter(({ read }) => isSupervisor(staff) || read.owner === staff.id);
      return {
        now,
        waiting: cards.waiting.map(view),
        live: mine.map(view),
        optedOut: cards.optedOut.map(view),
        counts: counts(cards.waiting, now),
        onShift: present.length,
      };
    },

    async next(staff) {
      const { waiting, live } = await inOrder();
      const refusal = full(staff, live);
      if (refusal) return { outcome: refusal };
      const others = (await here()).filter((other) => other.id !== staff.id && full(other, live) === undefined);
      const suited = waiting.filter(({ read }) => mayTake(read, staff, others, clock.now()));
      for (const { ref, talk } of suited) {
        const claimed = await lane.claim(ref, staff.id);
        if (claimed !== 'not-waiting') return { outcome: 'done', talk, fence: claimed.fence };
      }
      return { outcome: 'not-waiting' };
    },

    async claim(staff, talk) {
      const opened = await talks.openFor(staff, talk);
      if (!opened?.present) return { outcome: 'gone' };
      if (opened.lane.owner?.name === staff.id) return { outcome: 'done', fence: opened.lane.owner.fence };
      const refusal = full(
        staff,
        (await shelf()).filter(({ read }) => read.status === 'live'),
      );
      if (refusal) return { outcome: refusal };
      const { reserved } = opened.card ?? {};
      if (!isSupervisor(staff) && reserved?.for !== staff.id) return { outcome: 'not-waiting' };
      const claimed = await lane.claim(opened.ref, staff.id);
      return claimed === 'not-waiting' ? { outcome: 'not-waiting' } : { outcome: 'done', fence: claimed.fence };
    },

    async colleagues() {
      const [staff, seen, cards] = await Promise.all([roster.list(), presence.seen(), shelf()]);
      const live = cards.filter(({ read }) => read.status === 'live');
      return staff.filter(mayHold).map((member) => {
        const { id, name, shift, loadCap, languages, skills } = member;
        const talks = live.filter(({ read }) => read.owner === id).length;
        return {
          id,
          name,
          shift,
          talks,
          loadCap,
          languages,
          skills,
          present: isHere({ ...member, shift: 'on' }, seen),
        };
      });
    },
  };
}

function counts(waiting: readonly Shelved[], now: number): Queue['counts'] {
  const of = (priority: (typeof PRIORITIES)[number]) => {
    const waits = waiting.filter(({ read }) => read.priority === priority).map(({ read }) => now - read.since);
    return { waiting: waits.length, longestMs: Math.max(0, ...waits) };
  };
  return Object.fromEntries(PRIORITIES.map((priority) => [priority, of(priority)])) as Queue['counts'];
}
