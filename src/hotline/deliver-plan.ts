import { SET_BACK_MS } from '../conversation/act-silence.ts';
import type { Effect } from '../conversation/effect.ts';
import { hasArrived, isLost, type LaneEffect, type OutboxItem, type OutgoingText } from './ports.ts';

/** Twilio's default of 10 h would let a reply land on a phone that someone else holds by then. */
export const MAX_VALIDITY_MS = 600_000;
/** Below this a text is not sent: it could no longer arrive in time. */
export const MIN_VALIDITY_MS = 5_000;
/** How long a later text waits for the callback of an earlier one that Twilio has taken. */
const CALLBACK_WAIT_MS = 2_000;
/** Between two looks at Twilio's list for a text of unknown fate. */
export const LOOK_EVERY_MS = 5_000;
/** Looks that find nothing before a text counts as never sent. */
export const LOOKS = 2;

/** The next thing that a lane's outbox asks for. */
export type Step =
  | { do: 'send'; text: OutgoingText }
  | { do: 'look'; text: OutgoingText }
  | { do: 'effect'; effect: LaneEffect }
  | { do: 'drop'; text: OutgoingText }
  | { do: 'rest'; until: number | undefined };

/** News for the conversation: something we sent did not arrive, or will not be sent any more. */
export interface Telling {
  text: OutgoingText;
  outcome: 'undelivered' | 'failed' | 'expired' | 'unknown';
  code: number | undefined;
}

const OVERTAKES: ReadonlySet<OutgoingText['weight']> = new Set(['stop-confirmation', 'safety', 'direct']);
const ALLOWED_AFTER_STOP: ReadonlySet<OutgoingText['weight']> = new Set(['stop-confirmation', 'direct']);
const LEFT_THE_PROVIDER = new Set(['sent', 'partially_delivered']);

/** Every text whose story is over without its having arrived. They leave the outbox with the turn that hears of them. */
export function tellings(outbox: readonly OutboxItem[], now: number): Telling[] {
  return outbox.flatMap((item) => {
    const outcome = item.kind === 'text' ? lossOf(item, now) : undefined;
    return outcome ? [{ text: item as OutgoingText, outcome, code: (item as OutgoingText).report?.errorCode }] : [];
  });
}

function lossOf(text: OutgoingText, now: number): Telling['outcome'] | undefined {
  if (fateOf(text) === 'failed') return text.report?.status === 'undelivered' ? 'undelivered' : 'failed';
  if (text.state === 'waiting' && (text.expiresAt - now < MIN_VALIDITY_MS || isSetBack(text, now))) return 'expired';
  return text.state === 'unresolved' && (now >= text.expiresAt || isSetBack(text, now)) ? 'unknown' : undefined;
}

/** Written by a clock that has been set back since: nobody knows how old the text is. */
function isSetBack(text: OutgoingText, now: number): boolean {
  return text.bornAt > now + SET_BACK_MS;
}

/**
 * Older unsent texts that a turn makes needless: it cancelled them, or says something that must not wait behind them. An
 * advocate's words go only where nothing of anybody's may leave: whoever takes a person over does not take back what the last
 * one said.
 */
export function dropLate(
  outbox: readonly OutboxItem[],
  effects: readonly Effect[],
  texts: readonly OutgoingText[],
): string[] {
  const cancels = effects.filter(({ type }) => type === 'cancel-unsent' || type === 'opt-out');
  const urgent = texts.some(({ weight }) => weight === 'stop-confirmation' || weight === 'safety');
  if (cancels.length === 0 && !urgent) return [];
  const everybodys = cancels.some((cancel) => cancel.type === 'opt-out' || !('bot' in cancel));
  return outbox
    .filter((item) => item.kind === 'text' && item.state === 'waiting')
    .filter((item) => everybodys || (item as OutgoingText).weight !== 'advocate')
    .map(({ id }) => id);
}

/**
 * Decides what a lane does next, from its outbox alone. Pure, so that every order of events can be tested.
 *
 * Texts leave in their order: a later one waits for an earlier one's fate, and for at most 2 s for its callback.
 * A STOP confirmation and a safety reply overtake a text of unknown fate. What {@link tellings} reports is passed over.
 */
export function planDelivery(outbox: readonly OutboxItem[], now: number, optedOut: boolean): Step {
  const items = [...outbox].sort((a, b) => a.seq - b.seq);
  let blocked = false;
  let until: number | undefined;
  const wait = (at: number) => {
    until = until === undefined ? at : Math.min(until, at);
  };

  for (const item of items) {
    if (item.kind !== 'text') {
      const heldBack = item.kind === 'forget' && items.some((other) => other.kind === 'text' && stillNeeded(other));
      if (heldBack) continue;
      if (item.at <= now) return { do: 'effect', effect: item };
      wait(item.at);
      continue;
    }
    if (lossOf(item, now) !== undefined) continue;
    const fate = fateOf(item);
    if (fate === 'delivered') return { do: 'drop', text: item };

    if (item.state === 'accepted') {
      if (now >= item.expiresAt || isSetBack(item, now)) return { do: 'drop', text: item };
      const patience = item.at + CALLBACK_WAIT_MS;
      if (fate === 'unknown' && now < patience) {
        blocked = true;
        if (items.some((later) => later.seq > item.seq && later.kind === 'text')) wait(patience);
      }
      continue;
    }
    if (item.state === 'attempted' || item.state === 'unresolved') {
      if (item.state === 'attempted' || item.at <= now) return { do: 'look', text: item };
      wait(Math.min(item.at, item.expiresAt));
      blocked = true;
      continue;
    }
    if (optedOut && !ALLOWED_AFTER_STOP.has(item.weight)) return { do: 'drop', text: item };
    if (blocked && !OVERTAKES.has(item.weight)) {
      wait(item.expiresAt - MIN_VALIDITY_MS + 1);
      continue;
    }
    if (item.at <= now) return { do: 'send', text: item };
    wait(Math.min(item.at, item.expiresAt - MIN_VALIDITY_MS + 1));
    blocked = true;
  }
  return { do: 'rest', until };
}

/** What the callbacks so far prove of a text. */
export function fateOf(text: OutgoingText): 'unknown' | 'sent' | 'delivered' | 'failed' {
  const status = text.report?.status;
  if (status === undefined) return 'unknown';
  if (isLost(status)) return 'failed';
  if (hasArrived(status)) return 'delivered';
  return LEFT_THE_PROVIDER.has(status) ? 'sent' : 'unknown';
}

function stillNeeded(text: OutgoingText): boolean {
  return text.state !== 'accepted';
}

/** Whole seconds that a text may still take to arrive: at most 600, also when the clock was set back. */
export function validitySeconds(text: OutgoingText, now: number): number {
  const age = Math.max(0, now - text.bornAt);
  return Math.floor(Math.min(MAX_VALIDITY_MS - age, text.expiresAt - now) / 1000);
}
