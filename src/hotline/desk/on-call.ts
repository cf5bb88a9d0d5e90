import { randomUUID } from 'node:crypto';
import type { LaneNames, Lanes, LineState, Sender } from '../ports.ts';
import type { SetLibrary } from '../set-library.ts';
import type { Roster, RosterEntry } from './roster.ts';

/** Texts the staff who agreed to be called when nobody is there. */
export interface OnCall {
  /** At most once an hour for each conversation. The text says nothing of who waits, or why. */
  call(talk: string): Promise<void>;
}

/** Read by staff alone, in the language of their console. */
const WORDS: Record<RosterEntry['language'], (programme: string) => string> = {
  en: (programme) =>
    `${programme} desk: someone is waiting and no one is on. Please sign in if you can. STOP ends these texts.`,
  es: (programme) =>
    `${programme}: alguien espera y no hay nadie en turno. Entra si puedes. STOP para no recibir mas textos.`,
};
const HOUR_MS = 3_600_000;
const VALID_SECONDS = 600;
const TIMEOUT_MS = 8_000;

export function createOnCall(deps: {
  roster: Roster;
  lanes: Lanes;
  lineState: LineState;
  sender: Sender;
  library: SetLibrary;
  pseudonyms: (address: string) => LaneNames;
  /** The number of ours that the texts come from. */
  from: string;
}): OnCall {
  const { roster, lanes, lineState, sender, library, pseudonyms, from } = deps;

  /** Whoever texted STOP to this line is not texted, staff or not. */
  async function optedOut(number: string): Promise<boolean> {
    const { partition, names } = pseudonyms(number);
    const known = await Promise.all(names.map((name) => lanes.peek({ partition, name })));
    return known.some((lane) => lane?.optedOut);
  }

  return {
    async call(talk) {
      const staff = (await roster.list()).filter(({ disabled, onCallNumber }) => !disabled && onCallNumber);
      if (staff.length === 0 || !(await lineState.allow(`on-call:${talk}`, 1, HOUR_MS))) return;
      const { programme } = library.current().set.profile;
      for (const { onCallNumber: to = '', language } of staff) {
        if (await optedOut(to)) continue;
        const body = WORDS[language](programme);
        await sender.send({ id: randomUUID(), from, to, body, validitySeconds: VALID_SECONDS }, TIMEOUT_MS);
      }
    },
  };
}
