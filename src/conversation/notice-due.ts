import type { ConversationContext } from './state.ts';

/** The first notice comes within a minute of waiting, the second and last after five. */
const FIRST_MS = 50_000;
const SECOND_MS = 5 * 60_000;
export const MAX_NOTICES = 2;

/** When the next wait notice of someone in the queue is due, in ms since the epoch; undefined when none is. */
export function noticeDue({ waitFrom, notices = 0, held, aside, card, last }: ConversationContext): number | undefined {
  if (waitFrom === undefined || last === undefined || notices >= MAX_NOTICES) return undefined;
  if (held !== undefined || aside === 'scope' || card?.silentSince !== undefined) return undefined;
  return waitFrom + (notices === 0 ? FIRST_MS : SECOND_MS);
}
