import { LRUCache } from 'lru-cache';
import type { Accept } from './accept.ts';
import type { Clock, Inbound, KillPoints, LineState, Log, ProviderLog } from './ports.ts';

/** How often the provider's list is read. */
export const SWEEP_EVERY_MS = 60_000;
/** A webhook and all its retries fit in 15 s: what is younger may still be on its way. */
const SETTLING_MS = 20_000;
/** How far back every sweep looks; the first one after a start looks back as far as SIDs are remembered. */
const LOOK_BACK_MS = 30 * 60_000;
const FIRST_LOOK_BACK_MS = 71 * 3_600_000;
const REMEMBERED_SIDS = 50_000;

export interface SweepDeps {
  clock: Clock;
  providerLog: ProviderLog;
  lineState: LineState;
  accept: Accept;
  log: Log;
  kill?: KillPoints | undefined;
}

/**
 * Finds inbound texts whose webhook never arrived: Twilio does not queue them. One process of the line does it each minute.
 * Returns how many were missing; what a late webhook brings meanwhile is stored once, by its SID.
 */
export function createSweep(deps: SweepDeps): () => Promise<number> {
  const { clock, providerLog, lineState, accept, log } = deps;
  const known = new LRUCache<string, true>({ max: REMEMBERED_SIDS });
  let swept = false;

  async function missing(now: number): Promise<(Inbound & { receivedAt: number })[]> {
    const started = await lineState.firstStart(now);
    const since = Math.max(started, now - (swept ? LOOK_BACK_MS : FIRST_LOOK_BACK_MS));
    const found: (Inbound & { receivedAt: number })[] = [];
    for await (const inbound of providerLog.inboundSince(new Date(since))) {
      const age = now - inbound.receivedAt;
      if (inbound.receivedAt >= since - 1000 && age >= SETTLING_MS && !known.has(inbound.sid)) found.push(inbound);
    }
    return found.sort((a, b) => a.receivedAt - b.receivedAt);
  }

  return async function sweep() {
    if (!(await lineState.duty('sweep', SWEEP_EVERY_MS - 5_000))) return 0;
    let stored = 0;
    try {
      for (const inbound of await missing(clock.now())) {
        await deps.kill?.reach('sweep:before-store');
        if ((await accept(inbound, inbound.receivedAt)) === 'stored') stored += 1;
        known.set(inbound.sid, true);
      }
      swept = true;
    } catch {
      log.event('sweep-failed');
    }
    if (stored > 0) log.event('sweep-found', { count: stored });
    return stored;
  };
}
