import type { DeskEvents, DeskIndex } from '../ports.ts';
import { type Shelved, shelved } from './card-view.ts';

/**
 * The index as it stands, read once for all the consoles of a process that ask between two events: no card changes without
 * one, in the same script.
 */
export function createShelf(index: DeskIndex, events: DeskEvents): () => Promise<readonly Shelved[]> {
  let kept: { asOf: string; cards: Promise<readonly Shelved[]> } | undefined;
  return async () => {
    const asOf = await events.last();
    if (kept?.asOf !== asOf) {
      const reading = { asOf, cards: index.list().then(shelved) };
      kept = reading;
      // What could not be read is asked for again.
      reading.cards.catch(() => {
        if (kept === reading) kept = undefined;
      });
    }
    return kept.cards;
  };
}
