import { readDisposition } from '../desk/read-disposition.ts';
import { freshBytes } from '../fresh-bytes.ts';
import { localTime } from './local-time.ts';
import type { Tally } from './statistics-ports.ts';
import { type TurnFacts, tallyOf } from './tally-of.ts';

/** What a turn adds to the statistics, to be added once; undefined for nearly every turn, which adds nothing. */
export function turnTally(
  turn: Omit<TurnFacts, 'hour' | 'disposition'>,
  timeZone: string | undefined,
): Tally | undefined {
  const { day, hour } = localTime(turn.now, timeZone);
  const counts = tallyOf({ ...turn, hour, disposition: readDisposition(turn.items) });
  if (Object.keys(counts).length === 0) return undefined;
  return { once: freshBytes(9).toString('base64url'), day, counts };
}
