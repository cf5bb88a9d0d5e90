import type { DeskEvent } from './desk-event.ts';
import type { Shown } from './desk-ports.ts';

/** What the consoles hear when a lane's card is shown: an adapter writes both in one breath. */
export function shownEvents(version: number, { talk, was, ring }: Shown): DeskEvent[] {
  const before: DeskEvent[] = was === undefined ? [] : [{ type: 'card', talk: was, version }];
  return [...before, { type: 'card', talk, version, ...(ring && { ring }) }];
}
