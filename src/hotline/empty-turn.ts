import type { Lane, Turn } from './ports.ts';

/** Between the sequence numbers of two turns: more than a turn makes. */
export const TURN_SEQ = 1000;
const NOTHING = Buffer.alloc(0);

/** Nothing readable came, and nothing is known: what waits and what is lost is taken off, and that is all. */
export function emptyTurn(lane: Lane, gone: string[], leaseMs: number, now: number): Turn {
  const shown = leftBehind(lane);
  const version = lane.turn + 1;
  const effect = { kind: 'desk', id: 'desk', seq: version * TURN_SEQ, version, at: now, tries: 0 } as const;
  return {
    after: lane.turn,
    taken: lane.inbox.length,
    mode: lane.optedOut ? 'stopped' : 'quiet',
    conversation: lane.conversation ?? '',
    previous: undefined,
    state: NOTHING,
    number: NOTHING,
    transcript: undefined,
    optedOut: lane.optedOut,
    asked: lane.asked,
    timer: undefined,
    put: shown ? [{ ...effect, payload: JSON.stringify({ talk: shown }) }] : [],
    drop: gone,
    fates: {},
    leaseMs,
  };
}

/** A conversation that the desk may still show though its key was destroyed: nothing can be done about it any more. */
export function leftBehind({ mode, conversation }: Lane): string | undefined {
  return mode === undefined || mode === 'quiet' ? undefined : conversation;
}
