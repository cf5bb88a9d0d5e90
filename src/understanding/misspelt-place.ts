import { distance } from 'fastest-levenshtein';
import { cityKeys } from './cities.ts';
import { STATES } from './states.ts';

/**
 * The city that a misspelt name stands for: any city of the stated state, else a large one.
 * @param pointed a word before the name, or a state after it, says that it is a place
 * @param edge the name stands at the start or end of a sentence, where places are put without any word before them
 */
export function guessCity(
  written: string,
  state: string | undefined,
  pointed: boolean,
  edge: boolean,
): string | undefined {
  if (!pointed && (!edge || written.length < 7)) return undefined;
  const most = written.length >= 8 ? 2 : 1;
  return nearest(written, cityKeys(state), pointed ? most : Math.min(most, written.length >= 9 ? 2 : 1));
}

const STATE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES).flatMap(([code, names]) =>
    names.filter((name) => name.length >= 6).map((name) => [name, code] as const),
  ),
);

const NAMES_OF_STATES = [...STATE_NAMES.keys()];

/** The state that a misspelt name stands for: "tennesee". */
export function guessState(written: string): string | undefined {
  if (written.length < 6) return undefined;
  const name = nearest(written, NAMES_OF_STATES, written.length >= 8 ? 2 : 1);
  return name === undefined ? undefined : STATE_NAMES.get(name);
}

/** The first letter is hardly ever the wrong one. Names come in order of size, so that of two as near the larger wins. */
function nearest(written: string, names: readonly string[], most: number): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  const words = written.includes(' ');
  for (const name of names) {
    if (name[0] !== written[0] || name.length < 5 || Math.abs(name.length - written.length) > most) continue;
    if (name.includes(' ') !== words) continue;
    const away = distance(name, written);
    if (away < least) {
      least = away;
      best = name;
    }
  }
  return best;
}
