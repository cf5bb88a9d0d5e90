import type { RosterEntry } from './roster.ts';

/** A console that gave no sign of life for so long is closed, asleep or cut off. */
export const GONE_AFTER_MS = 20_000;

/** Whether somebody is there to take people: on shift, with an open console. `seen`: ms since each account's last beat. */
export function isHere(
  { id, shift, disabled }: Pick<RosterEntry, 'id' | 'shift' | 'disabled'>,
  seen: ReadonlyMap<string, number>,
): boolean {
  return !disabled && shift === 'on' && (seen.get(id) ?? Number.POSITIVE_INFINITY) <= GONE_AFTER_MS;
}
