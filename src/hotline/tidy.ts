import type { Clock, Lanes } from './ports.ts';
import { inboxKeyId, type Vault } from './vault.ts';

/** How often inbox keys are looked through. */
export const TIDY_EVERY_MS = 3_600_000;
const HOUR = 3_600_000;
/** An inbox key seals for one hour; a slow accept of the hour's last moment still finds it. */
const GRACE_HOURS = 2;
/** Longer than a line stands still, or a text waits: a key that is passed over once would stand for ever. */
const HOURS_BACK = 90 * 24;

/**
 * Destroys the inbox keys of past hours, so that a text is readable only under its conversation's key. A key that a text
 * still waits under stays: no text waits that came before the earliest lane that is due.
 */
export function createTidy(deps: { clock: Clock; lanes: Lanes; vault: Vault }): () => Promise<string[]> {
  return async function tidy() {
    const now = deps.clock.now();
    const waitingSince = (await deps.lanes.earliestDue()) ?? now;
    const until = Math.min(now, waitingSince) - GRACE_HOURS * HOUR;
    const ids = Array.from({ length: HOURS_BACK }, (_, back) => inboxKeyId(until - back * HOUR));
    await deps.vault.destroy(ids);
    return ids;
  };
}
