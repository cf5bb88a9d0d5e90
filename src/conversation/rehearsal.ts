import type { Conversation, TurnItem } from './conversation.ts';
import type { Effect } from './effect.ts';
import type { ConversationState } from './state.ts';
import type { ReceiptStatus } from './turn.ts';

/** Texts come this far apart, so that each is received after the answer to the one before. */
const APART_MS = 5_000;
/** A turn that keeps setting off timers of its own is a fault; real ones set off three at most. */
const MOST_TIMERS = 20;

/** The record that a rehearsed receipt code names. */
const RECORD = 'record-1';

/** What one step of a rehearsal did. */
export interface Rehearsed {
  effects: Effect[];
  state: ConversationState | undefined;
  fresh: boolean;
}

/** A conversation played in a frozen world: every text of ours arrives at once, timers run when due, the receipt code is fixed. */
export interface Rehearsal {
  now(): number;
  state(): ConversationState | undefined;
  /** Several texts are a burst. `receipt`: what is known of the code that they hold. */
  text(texts: string[], receipt?: ReceiptStatus): Rehearsed;
  run(items: TurnItem[]): Rehearsed;
  wait(ms: number): Rehearsed;
}

/** @param now where its clock starts, in ms since the epoch */
export function rehearse(conversation: Conversation, now: number, receiptCode: string): Rehearsal {
  let state: ConversationState | undefined;
  let asked: { at?: number; undelivered: boolean } = { undelivered: true };

  function run(items: TurnItem[]): Rehearsed {
    const result = conversation.turn(state, { now, items, asked, receiptCode, lost: [] });
    state = result.state;
    if (result.effects.some((effect) => effect.type === 'say' && effect.question))
      asked = { at: now, undelivered: false };
    return { effects: result.effects, state, fresh: result.fresh };
  }

  function nextTimer(until: number): [string, number] | undefined {
    const timers = Object.entries(state ? conversation.timers(state) : {}) as [string, number][];
    return timers.filter(([, at]) => at <= until).sort(([, a], [, b]) => a - b)[0];
  }

  return {
    now: () => now,
    state: () => state,
    run,
    text(texts, status) {
      now += APART_MS;
      const receipt = status && { receipt: { status, record: RECORD } };
      return run(texts.map((text) => ({ kind: 'text', text, receivedAt: now, media: [], late: false, ...receipt })));
    },
    wait(ms) {
      const until = now + ms;
      const effects: Effect[] = [];
      for (let ran = 0; ran < MOST_TIMERS; ran += 1) {
        const [name, at] = nextTimer(until) ?? [];
        if (name === undefined || at === undefined) break;
        now = Math.max(now, at);
        effects.push(...run([{ kind: 'timer', name: name as 'silence' | 'notice' | 'scope' }]).effects);
      }
      now = until;
      return { effects, state, fresh: false };
    },
  };
}
