import type { Lane, OutboxItem, Turn } from './ports.ts';

/** The lane as it stands once a turn is committed. */
export function laneAfter(lane: Lane, turn: Turn): Lane {
  return {
    ...lane,
    turn: turn.after + 1,
    mode: turn.mode,
    conversation: turn.conversation || undefined,
    state: turn.state.length > 0 ? turn.state : undefined,
    number: turn.number.length > 0 ? turn.number : undefined,
    optedOut: turn.optedOut,
    asked: turn.asked,
    timer: turn.timer,
    past: turn.previous ? [...lane.past, turn.previous] : lane.past,
    inbox: lane.inbox.slice(turn.taken),
    outbox: outboxAfter(lane.outbox, turn.put, turn.drop),
  };
}

/** An outbox with items put over what bears their id, and others dropped. */
export function outboxAfter(
  outbox: readonly OutboxItem[],
  put: readonly OutboxItem[],
  drop: readonly string[],
): OutboxItem[] {
  const gone = new Set([...drop, ...put.map(({ id }) => id)]);
  return [...outbox.filter(({ id }) => !gone.has(id)), ...put];
}
