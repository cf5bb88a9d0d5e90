import type { CardView, StaffName } from '../../http/console-contract.ts';
import { needsOf } from './floor-needs.ts';

export const TALK_FILTERS = ['all', 'needs', 'waiting', 'live'] as const;
export type TalkFilter = (typeof TALK_FILTERS)[number];

/** Which conversations are listed. */
export interface Shown {
  filter: TalkFilter;
  /** Those of this advocate alone. */
  owner?: StaffName;
}

/** How many each choice lists, of these. */
export function countTalks(cards: readonly CardView[], now: number): Record<TalkFilter, number> {
  const of = (filter: TalkFilter) => cards.filter((card) => isListed(card, { filter }, now)).length;
  return { all: cards.length, needs: of('needs'), waiting: of('waiting'), live: of('live') };
}

export function isListed(card: CardView, { filter, owner }: Shown, now: number): boolean {
  if (owner && card.owner?.id !== owner.id) return false;
  if (filter === 'all') return true;
  return filter === 'needs' ? needsOf(card, now).length > 0 : card.status === filter;
}
