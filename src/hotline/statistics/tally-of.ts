import type { Card } from '../../conversation/card.ts';
import type { TurnItem } from '../../conversation/conversation.ts';
import type { Effect } from '../../conversation/effect.ts';
import { type ConversationState, rootOf } from '../../conversation/state.ts';
import { readPlace } from '../../understanding/read-place.ts';
import type { Disposition } from '../desk/read-disposition.ts';
import { spanOf } from './spans.ts';
import type { Counts } from './statistics-ports.ts';

/** One turn, seen from outside. */
export interface TurnFacts {
  now: number;
  /** By the line's own clocks. */
  hour: number;
  /** A conversation was begun. */
  fresh: boolean;
  items: readonly TurnItem[];
  effects: readonly Effect[];
  before: ConversationState | undefined;
  after: ConversationState;
  card: { before: Card | undefined; after: Card | undefined };
  disposition: Disposition | undefined;
  places: Parameters<typeof readPlace>[1];
}

const LOST: ReadonlySet<string> = new Set(['undelivered', 'failed', 'expired']);

/**
 * What a turn adds to the statistics; empty for an ordinary text. Of a person nothing is counted that could tell them from
 * others: of a place the state alone, of a time the hour, and never two of these together.
 */
export function tallyOf(turn: TurnFacts): Counts {
  const counts: Counts = {};
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  if (turn.fresh) countBeginning(turn, add);
  countDesk(turn, add);
  for (const effect of turn.effects) {
    if (effect.type === 'opt-out') add('stop');
    if (effect.type === 'record') add(`record.${effect.kind}`);
  }
  for (const item of turn.items) if (item.kind === 'delivery' && LOST.has(item.outcome)) add(`lost.${item.outcome}`);
  if (turn.disposition) {
    const { kind, outcome, hard, by } = turn.disposition;
    add(`close.${kind}.${outcome}`);
    if (hard) add(`hard.${by}`);
  }
  const state = ended(turn) ? stateTold(turn) : undefined;
  if (state) add(`place.${state}`);
  return counts;
}

function countBeginning({ now, hour, items, after }: TurnFacts, add: (name: string) => void): void {
  add('new');
  add(`hour.${hour}`);
  add(`language.${after.context.speaks ?? after.context.language}`);
  const first = items.find((item) => item.kind === 'text');
  if (first) add(`first.${spanOf(now - first.receivedAt)}`);
}

/** The wait for a human begins when somebody comes to the desk, and ends once: with whoever takes them first. */
function countDesk({ now, items, effects, card: { before, after } }: TurnFacts, add: (name: string) => void): void {
  if (before === undefined && after !== undefined) add(`desk.${after.priority}`);
  const since = (before ?? after)?.since;
  if (since === undefined) return;
  const taken = after?.met !== undefined || items.some(({ kind }) => kind === 'claim');
  if (before?.met === undefined && taken) {
    // Whoever fell silent before anybody came did not get a human, however late one looked in.
    if (before?.silentSince !== undefined) add('gone.silent');
    else add(`human.${spanOf(now - since)}`);
  }
  const answered = effects.some(({ type }) => type === 'say-text');
  if (before?.met !== 'answered' && answered) add(`reply.${spanOf(now - since)}`);
  const stopped = effects.some(({ type }) => type === 'opt-out');
  if (stopped && before?.status === 'waiting' && before.met === undefined && !taken) add('gone.stop');
}

/** It was under way, and is over. */
function ended({ before, after }: TurnFacts): boolean {
  return before !== undefined && !isOver(before) && isOver(after);
}

function isOver({ value }: ConversationState): boolean {
  const root = rootOf(value);
  return root === 'quiet' || root === 'stopped';
}

function stateTold({ before, places }: TurnFacts): string | undefined {
  const { state, place, said } = before?.context.answers ?? {};
  for (const told of [state, place, said]) {
    const found = told === undefined ? undefined : readPlace(told, places)?.state;
    if (found !== undefined) return found;
  }
  return undefined;
}
