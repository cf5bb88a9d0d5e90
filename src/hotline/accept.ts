import type { Clock, Inbound, KillPoints, Lane, LaneNames, Lanes, Log } from './ports.ts';
import type { Vault } from './vault.ts';
import { sealWaiting } from './waiting.ts';

/** A text found this late is for a human: an answer now could reach the wrong hands. */
export const LATE_MS = 15 * 60_000;

export interface AcceptDeps {
  clock: Clock;
  lanes: Lanes;
  vault: Vault;
  pseudonyms: (address: string) => LaneNames;
  log: Log;
  /** Called with the lane when it was free and is now leased to this process. */
  onLane: (lane: Lane) => void;
  /** 0: store only, and leave the thinking to others. */
  leaseMs: number;
  kill?: KillPoints | undefined;
}

export type Accept = (inbound: Inbound, receivedAt?: number) => Promise<'stored' | 'seen'>;

/**
 * Takes responsibility for a text: once this resolves, the text survives this process. One round trip to the store.
 * Rejects when it could not be stored; the provider must then hear a failure, never a 200.
 */
export function createAccept(deps: AcceptDeps): Accept {
  return async function accept(inbound, receivedAt) {
    const now = deps.clock.now();
    const at = receivedAt ?? now;
    await deps.kill?.reach('accept:received');
    const { from, channel, to, body, media, optOutType } = inbound;
    const late = now - at > LATE_MS;
    const item = await sealWaiting(
      deps.vault,
      { id: inbound.sid, at, now },
      {
        kind: 'text',
        from,
        channel,
        to,
        body,
        media,
        late,
        ...(optOutType && { optOutType }),
      },
    );
    await deps.kill?.reach('accept:before-store');
    const { outcome, lane } = await deps.lanes.accept(deps.pseudonyms(from), item, now, deps.leaseMs);
    await deps.kill?.reach('accept:after-store');
    deps.log.event(outcome === 'stored' ? 'text-stored' : 'text-seen');
    if (lane) deps.onLane(lane);
    await deps.kill?.reach('accept:before-answer');
    return outcome;
  };
}
