import type { RosterEntry } from './roster.ts';

/** A console that gave no sign of life for so long is closed, asleep or cut off. */
export const GONE_AFTER_MS = 20_000;

/** Whether somebody is there to take people: on shift, with an open console. `seen`: ms since each account's last beat. */
export function isHere(
  member: Pick<RosterEntry, 'id' | 'roles' | 'shift' | 'disabled'>,
  seen: ReadonlyMap<string, number>,
): boolean {
  return mayHold(member) && member.shift === 'on' && (seen.get(member.id) ?? Number.POSITIVE_INFINITY) <= GONE_AFTER_MS;
}

/** Whose account stands and is one of the desk's: nobody is left with an operator, or with a role that was taken away. */
export function mayHold({ roles, disabled }: Pick<RosterEntry, 'roles' | 'disabled'>): boolean {
  return !disabled && (roles.includes('advocate') || roles.includes('supervisor'));
}
