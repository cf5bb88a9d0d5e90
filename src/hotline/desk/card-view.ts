import type { Card } from '../../conversation/card.ts';
import type { DeskEntry } from './desk-ports.ts';
import type { CardView, StaffName } from './desk-view.ts';
import { keptFor } from './may-take.ts';

/** An account's name; whoever is not known any more is named by their id. */
export type NameOf = (account: string) => StaffName;

/** A card of the index. */
export interface Shelved extends DeskEntry {
  read: Card;
}

/** A card as the consoles see it. */
export function cardView(
  { talk, version, card }: { talk: string; version: number; card: Card },
  nameOf: NameOf,
  now: number,
): CardView {
  const { priority, reasons, status, since, owner, skill, silentSince, language, unanswered } = card;
  const keeper = keptFor(card, now);
  return {
    ...{ talk, version, priority, reasons, status, since, language },
    ...(owner !== undefined && { owner: nameOf(owner) }),
    ...(keeper !== undefined && { reservedFor: nameOf(keeper) }),
    ...(skill !== undefined && { skill }),
    ...(silentSince !== undefined && { silentSince }),
    ...(status === 'live' && unanswered !== undefined && { unansweredSince: unanswered }),
    minor: card.minor ?? false,
    alerts: card.alerts ?? [],
    attention: card.attention ?? false,
    muted: card.muted ?? false,
    lastTextAt: card.lastTextAt ?? since,
  };
}

/** The index, read. */
export function shelved(entries: readonly DeskEntry[]): Shelved[] {
  return entries.map((entry) => ({ ...entry, read: JSON.parse(entry.card) as Card }));
}
