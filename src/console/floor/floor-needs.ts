import { type CardView, type OnFloor, PRIORITIES, type Queue } from '../../http/console-contract.ts';

/** Longer than that nobody should wait for an answer of whoever has them. */
const UNANSWERED_MS = 120_000;
const LOST = ['text-not-delivered', 'safety-text-lost'];

/** What a supervisor has to know without looking for it, the gravest first. */
export const NEEDS = ['nobody-on', 'red-waits', 'not-delivered', 'asked', 'unanswered', 'away'] as const;
export type Need = (typeof NEEDS)[number];

export interface Needed {
  need: Need;
  count: number;
  /** How long it has been so for whoever waits longest; unset where that says nothing. */
  longestMs?: number;
}

/** Why a supervisor should look at one conversation. */
export function needsOf(card: CardView, now: number): Need[] {
  const found: Need[] = [];
  if (card.status === 'waiting' && card.priority === 'red') found.push('red-waits');
  if (card.alerts.some((alert) => LOST.includes(alert))) found.push('not-delivered');
  if (card.attention) found.push('asked');
  if (unansweredMs(card, now) >= UNANSWERED_MS) found.push('unanswered');
  return found;
}

/** What stands at the top of the floor; empty when nothing does. */
export function neededOn(queue: Queue, staff: readonly OnFloor[], now: number): Needed[] {
  const cards = openCards(queue);
  const of = (need: Need) => cards.filter((card) => needsOf(card, now).includes(need));
  const longest = (waits: number[]) => (waits.length > 0 ? { longestMs: Math.max(...waits) } : {});
  const [red, unanswered] = [of('red-waits'), of('unanswered')];
  const all: Needed[] = [
    { need: 'nobody-on', count: queue.onShift === 0 ? 1 : 0 },
    { need: 'red-waits', count: red.length, ...longest(red.map(({ since }) => now - since)) },
    { need: 'not-delivered', count: of('not-delivered').length },
    { need: 'asked', count: of('asked').length },
    { need: 'unanswered', count: unanswered.length, ...longest(unanswered.map((card) => unansweredMs(card, now))) },
    { need: 'away', count: staff.filter(isAway).length },
  ];
  return all.filter(({ count }) => count > 0);
}

/** On shift, and not there. */
export function isAway({ shift, present }: OnFloor): boolean {
  return shift === 'on' && !present;
}

/** Everybody at the desk, the gravest first; among equals whoever waits before whoever is seen to. */
export function openCards({ waiting, live, optedOut }: Queue): CardView[] {
  const all = [...waiting, ...live, ...optedOut];
  return PRIORITIES.flatMap((priority) => all.filter((card) => card.priority === priority));
}

/** How long somebody's advocate owes them an answer. Whoever fell silent waits for nothing that could reach them safely. */
function unansweredMs({ status, silentSince, unansweredSince }: CardView, now: number): number {
  return status === 'live' && silentSince === undefined && unansweredSince !== undefined ? now - unansweredSince : 0;
}
