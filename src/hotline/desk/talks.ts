import type { Card } from '../../conversation/card.ts';
import type { ConversationState } from '../../conversation/state.ts';
import { rootOf } from '../../conversation/state.ts';
import { LineError } from '../errors.ts';
import { openState } from '../open-lane.ts';
import type { DeskIndex, LaneRef, Lanes, PeekedLane } from '../ports.ts';
import type { SetLibrary, Talker } from '../set-library.ts';
import type { TranscriptEntry } from '../transcript.ts';
import type { Vault } from '../vault.ts';
import { place } from '../waiting.ts';
import type { Staff } from './desk-service.ts';

/** A conversation as the desk looks at it: straight from its lane, and never written from. */
export interface OpenTalk {
  talk: string;
  ref: LaneRef;
  lane: PeekedLane;
  /** The lane's present conversation is this one; an earlier one can be read, and nothing can be done about it. */
  present: boolean;
  state: ConversationState | undefined;
  card: Card | undefined;
  /** The set that the conversation is pinned to. */
  talker: Talker;
}

export interface Talks {
  /** Undefined when nothing is known of it, or when it was forgotten. */
  open(talk: string): Promise<OpenTalk | undefined>;
  /** The same, where this member of the staff may read it; undefined also where they may not. */
  openFor(staff: Staff, talk: string): Promise<OpenTalk | undefined>;
  /** Oldest turn first. Undefined when its key is gone. */
  turns(open: Pick<OpenTalk, 'ref' | 'talk'>): Promise<TranscriptEntry[] | undefined>;
}

export function createTalks(deps: { lanes: Lanes; vault: Vault; index: DeskIndex; library: SetLibrary }): Talks {
  const { lanes, vault, index, library } = deps;

  async function open(talk: string): Promise<OpenTalk | undefined> {
    const ref = await index.find(talk);
    const lane = ref && (await lanes.peek(ref));
    if (ref === undefined || lane === undefined) return undefined;
    const present = lane.conversation === talk;
    if (!present && !lane.past.includes(talk)) return undefined;
    const state = present ? await openState(lane, vault) : undefined;
    if (present && state === undefined) return undefined;
    const talker = (state && (await library.of(state.set))) ?? library.current();
    return { talk, ref, lane, present, state, card: state && talker.conversation.card(state), talker };
  }

  return {
    open,

    async openFor(staff, talk) {
      const opened = await open(talk);
      return opened && mayRead(staff, opened) ? opened : undefined;
    },

    async turns({ ref, talk }) {
      const sealed = await lanes.transcript(ref, talk);
      try {
        const plain = await Promise.all(sealed.map((turn) => vault.open(talk, turn, place(ref, 'turn'))));
        return plain.map((turn) => JSON.parse(turn));
      } catch (error) {
        if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
        throw error;
      }
    },
  };
}

/** Whether somebody leads the talk as its supervisor may, whoever holds it. */
export function isSupervisor({ roles }: Staff): boolean {
  return roles.includes('supervisor');
}

/** An advocate reads what they hold, what is kept for them, and who opted out in danger: somebody must see to that. */
function mayRead(staff: Staff, { lane, state, card }: OpenTalk): boolean {
  if (isSupervisor(staff) || lane.owner?.name === staff.id) return true;
  return (
    card?.reserved?.for === staff.id || (card !== undefined && state !== undefined && rootOf(state.value) === 'stopped')
  );
}
