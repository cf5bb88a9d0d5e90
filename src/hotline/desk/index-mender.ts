import { cardOf } from '../../conversation/card.ts';
import { openState } from '../open-lane.ts';
import type { Clock, DeskIndex, LaneRef, Lanes, PeekedLane } from '../ports.ts';
import type { Vault } from '../vault.ts';
import { type Shelved, shelved } from './card-view.ts';
import type { CommandLane } from './command-lane.ts';

/** Holds the desk's index against the lanes, which alone are right. */
export interface IndexMender {
  /**
   * Looks at every lane, and lets those show themselves that the index shows otherwise or not at all. Returns how many people
   * stood where nobody could see them.
   */
  mend(): Promise<number>;
}

type Standing = Pick<PeekedLane, 'mode' | 'conversation'> & { owner: string | undefined };

export function createIndexMender(deps: {
  clock: Clock;
  lanes: Lanes;
  lane: CommandLane;
  index: DeskIndex;
  vault: Vault;
}): IndexMender {
  const { clock, lanes, lane, index, vault } = deps;

  const cards = async () => new Map(shelved(await index.list()).map((card) => [card.ref.name, card]));

  const show = (ref: LaneRef, conversation: string) =>
    lane.tell(ref, conversation, { kind: 'show' }, `show-${conversation}-${clock.now()}`);

  /** Returns whether nobody could see them. */
  async function mendLane(ref: LaneRef, shown: Shelved | undefined): Promise<boolean> {
    const peeked = await lanes.peek(ref);
    const { mode, conversation } = peeked ?? {};
    if (conversation === undefined || (mode !== 'waiting' && mode !== 'live')) return false;
    const owner = peeked?.owner?.name;
    if (mode === 'live' && owner === undefined) {
      const release = { kind: 'release', to: 'queue', why: 'owner-gone' } as const;
      await lane.tell(ref, conversation, release, `ownerless-${conversation}-${clock.now()}`);
      return true;
    }
    if (!fits({ mode, conversation, owner }, shown)) await show(ref, conversation);
    return shown === undefined;
  }

  /** Whoever opted out in danger stands on no list but the index: a lost one is made again from all who opted out. */
  async function mendStopped(): Promise<void> {
    for await (const { ref, conversation } of lanes.onDesk(['stopped'])) {
      const peeked = await lanes.peek(ref);
      const state = peeked && (await openState(peeked, vault));
      if (state && cardOf(state)) await show(ref, conversation);
    }
  }

  /** A card whose lane does not stand on the desk. */
  async function mendGhost({ ref, talk, version, read }: Shelved): Promise<void> {
    const { mode, conversation, turn = 0 } = (await lanes.peek(ref)) ?? {};
    if (mode === 'waiting' || mode === 'live') return;
    if (mode === 'stopped' && read.status === 'opted-out' && conversation === talk) return;
    if (conversation !== undefined) await show(ref, conversation);
    // Nobody can show themselves there; the lane's next turn is told all the same.
    else await index.put(ref, Math.max(turn, version) + 0.5, { talk });
  }

  return {
    async mend() {
      const whole = await index.isWhole();
      const before = await cards();
      const unfit: LaneRef[] = [];
      for await (const { ref, ...standing } of lanes.onDesk()) {
        if (!fits(standing, before.get(ref.name))) unfit.push(ref);
        before.delete(ref.name);
      }
      // What was on its way into the index meanwhile is there by now.
      const after = await cards();
      let lost = 0;
      for (const ref of unfit) if (await mendLane(ref, after.get(ref.name))) lost += 1;
      for (const ghost of before.values()) await mendGhost(ghost);
      if (!whole) await mendStopped();
      await index.markWhole();
      return lost;
    },
  };
}

function fits({ mode, conversation, owner }: Standing, shown: Shelved | undefined): boolean {
  if (mode === 'live' && owner === undefined) return false;
  return shown?.talk === conversation && shown?.read.status === mode && shown?.read.owner === owner;
}
