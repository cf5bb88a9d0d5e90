import { type CardView, type OnFloor, PRIORITIES, type Queue } from '../../http/console-contract.ts';

/** Longer than that nobody should wait for an answer of whoever has them. */
const UNANSWERED_MS = 120_000;
const LOST = ['text-not-delivered', 'safety-text-lost'];
const CAME_BACK = ['owner-gone', 'unanswered'];

/** What a supervisor has to know without looking for it, the gravest first. */
export type Need =
  | 'nobody-on'
  | 'red-waits'
  | 'nobody-came'
  | 'not-delivered'
  | 'came-back'
  | 'asked'
  | 'unanswered'
  | 'away';

export interface Needed {
  need: Need;
  count: number;
  /** How long it has been so for whoever waits longest; unset where that says nothing. */
  longestMs?: number;
}

/** Why a supervisor should look at one conversation. */
export function needsOf(card: CardView, now: number): Need[] {
  const found: Need[] = [];
  const waits = card.status === 'waiting';
  const alarmed = (codes: string[]) => card.alerts.some((alert) => codes.includes(alert));
  if (waits && card.priority === 'red') found.push('red-waits');
  if (waits && alarmed(['nobody-on'])) found.push('nobody-came');
  if (alarmed(LOST)) found.push('not-delivered');
  if (waits && alarmed(CAME_BACK)) found.push('came-back');
  if (card.attention) found.push('asked');
  if (unansweredMs(card, now) >= UNANSWERED_MS) found.push('unanswered');
  return found;
}

/** What stands at the top of the floor; empty when nothing does. */
export function neededOn(queue: Queue, staff: readonly OnFloor[], now: number): Needed[] {
  const cards = openCards(queue);
  const of = (need: Need) => cards.filter((card) => needsOf(card, now).includes(need));
  const counted = (need: Need): Needed => ({ need, count: of(need).length });
  const longest = (waits: number[]) => (waits.length > 0 ? { longestMs: Math.max(...waits) } : {});
  const [red, unanswered] = [of('red-waits'), of('unanswered')];
  const all: Needed[] = [
    { need: 'nobody-on', count: queue.onShift === 0 ? 1 : 0 },
    { need: 'red-waits', count: red.length, ...longest(red.map(({ since }) => now - since)) },
    counted('nobody-came'),
    counted('not-delivered'),
    counted('came-back'),
    counted('asked'),
    { need: 'unanswered', count: unanswered.length, ...longest(unanswered.map((card) => unansweredMs(card, now))) },
    { need: 'away', count: staff.filter(isAway).length },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The staff with as many conversations as the desk shows them to hold at this moment. */
export function withLoad(staff: readonly OnFloor[], { live }: Queue): OnFloor[] {
  const held = new Map<string, number>();
  for (const { owner } of live) if (owner) held.set(owner.id, (held.get(owner.id) ?? 0) + 1);
  return staff.map((member) => ({ ...member, talks: held.get(member.id) ?? 0 }));
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
