import type { Clock, Inbound, KillPoints, LaneNames, Lanes, Log } from './ports.ts';
import type { Turnstile } from './turnstile.ts';
import type { Vault } from './vault.ts';
import { sealWaiting } from './waiting.ts';
import type { Workers } from './workers.ts';

/** A text found this late is for a human: an answer now could reach the wrong hands. */
export const LATE_MS = 15 * 60_000;
/** As many turns as come while a lease lasts, on a machine that has more to do than it can. Further texts are left to looks, and to others. */
const MOST_WAITING = 250;

export interface AcceptDeps {
  clock: Clock;
  lanes: Lanes;
  vault: Vault;
  pseudonyms: (address: string) => LaneNames;
  log: Log;
  workers: Pick<Workers, 'run' | 'wake'>;
  turnstile: Pick<Turnstile, 'waiting'>;
  soundsUrgent: (text: string) => boolean;
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
  const { workers, turnstile } = deps;

  /** What cannot be read is stored like any other, and goes first: it may be anything. */
  function seemsUrgent(body: string): boolean {
    try {
      return deps.soundsUrgent(body);
    } catch {
      deps.log.event('unexpected');
      return true;
    }
  }

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
    // Where nobody waits, nobody need go first.
    const urgent = turnstile.waiting > 0 && seemsUrgent(body);
    const leaseMs = urgent || turnstile.waiting < MOST_WAITING ? deps.leaseMs : 0;
    const { outcome, ref, lane } = await deps.lanes.accept(deps.pseudonyms(from), item, now, leaseMs);
    await deps.kill?.reach('accept:after-store');
    deps.log.event(outcome === 'stored' ? 'text-stored' : 'text-seen');
    if (lane) workers.run(lane, urgent);
    else if (urgent) workers.wake(ref, urgent);
    await deps.kill?.reach('accept:before-answer');
    return outcome;
  };
}
