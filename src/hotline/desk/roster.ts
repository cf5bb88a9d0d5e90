import type { Staff } from './desk-service.ts';

/** What the desk must know of the staff, from the accounts. */
export interface Roster {
  /** Every account that ever was, so that whoever wrote a text long ago still has a name. */
  list(): Promise<RosterEntry[]>;
}

export interface RosterEntry extends Staff {
  disabled: boolean;
  /** Since when they are on shift, on a break or off. */
  shiftAt?: number;
  /** E.164 of whoever agreed to be texted when nobody is there; unset for everybody else. */
  onCallNumber?: string;
  /** The language of the console, and of that text. */
  language: 'en' | 'es';
}
