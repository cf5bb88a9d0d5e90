import { LOOK_EVERY_MS, LOOKS, MIN_VALIDITY_MS, validitySeconds } from './deliver-plan.ts';
import { LineError } from './errors.ts';
import { openRoute, type Route } from './open-lane.ts';
import type { Clock, KillPoints, Lane, Log, OutgoingText, ProviderLog, Sender, SendResult } from './ports.ts';
import type { Vault } from './vault.ts';
import { place } from './waiting.ts';

export interface DeliverDeps {
  clock: Clock;
  vault: Vault;
  sender: Sender;
  providerLog: ProviderLog;
  log: Log;
  /** Shorter than the lease, so that nobody takes over while a POST may still be under way. */
  postTimeoutMs: number;
  leaseMs: number;
  kill?: KillPoints | undefined;
}

export interface Deliver {
  /**
   * POSTs a text whose attempt is marked, and returns the item as it now stands. A process that stood still for so long that
   * the POST could outlast the lease does not send: another may be about to.
   */
  send(lane: Lane, text: OutgoingText): Promise<OutgoingText>;
  /** Finds out what became of a text whose POST has no known answer. */
  look(lane: Lane, text: OutgoingText): Promise<OutgoingText>;
}

/** Between two tries at a text that was surely not taken: 1 s, 2 s, 4 s … at most this. */
const MAX_BACKOFF_MS = 60_000;
/** How far the provider's clock, which tells whole seconds, may be behind ours. */
const CLOCK_SKEW_MS = 5_000;
/** Failing looks after which a safety reply is sent again all the same: doubled is better than none. */
const BLIND_LOOKS = 3;

/** An item as it is written before its POST. */
export function attempted(text: OutgoingText, now: number): OutgoingText {
  return {
    ...text,
    state: 'attempted',
    at: now,
    attemptedAt: text.attemptedAt ?? now,
    tries: text.tries + 1,
    looks: 0,
  };
}

/** Sends texts, and resolves those whose fate is unknown. */
export function createDeliver(deps: DeliverDeps): Deliver {
  const { clock, vault, log } = deps;

  /** Undefined when it was forgotten meanwhile. */
  async function letter(lane: Lane, text: OutgoingText): Promise<(Route & { body: string }) | undefined> {
    try {
      const body = await vault.open(text.keyId, text.sealed, place(lane.ref, 'text'));
      return { ...(await openRoute(lane, vault)), body };
    } catch (error) {
      if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
      throw error;
    }
  }

  return {
    async send(lane, text) {
      const open = await letter(lane, text);
      await deps.kill?.reach('deliver:before-post');
      const now = clock.now();
      const validity = validitySeconds(text, now);
      if (open === undefined) return { ...text, state: 'accepted', at: now, report: failed(text, undefined) };
      if (validity * 1000 < MIN_VALIDITY_MS) return { ...text, state: 'waiting', at: now };
      if (now - text.at > deps.leaseMs - deps.postTimeoutMs) return text;
      const { from, to, body } = open;
      const toSend = { id: text.id, from, to, body, validitySeconds: validity };
      const result = await deps.sender.send(toSend, deps.postTimeoutMs);
      await deps.kill?.reach('deliver:after-post');
      log.event(EVENT[result.result], 'code' in result && result.code ? { errorCode: result.code } : {});
      return afterSend(text, result, clock.now());
    },

    async look(lane, text) {
      const now = clock.now();
      if (text.report) return { ...text, state: 'accepted', sid: text.report.sid, at: now };
      const open = await letter(lane, text);
      if (open === undefined) return { ...text, state: 'accepted', at: now, report: failed(text, undefined) };
      const { to, body } = open;
      const since = (text.attemptedAt ?? text.bornAt) - CLOCK_SKEW_MS;
      const waiting = lane.outbox.flatMap((item) => (item.kind === 'text' && item.sid ? [item.sid] : []));
      const owned = new Set([...waiting, ...lane.recent]);
      try {
        const sent = await deps.providerLog.sentTo(to, new Date(since));
        const found = sent.find(
          (message) => message.body === body && message.dateCreated >= since && !owned.has(message.sid),
        );
        if (found) {
          log.event('text-resolved');
          return { ...text, state: 'accepted', sid: found.sid, at: now };
        }
      } catch {
        return blind(text, now);
      }
      const looks = text.looks + 1;
      if (looks >= LOOKS) return { ...text, state: 'waiting', at: now, looks: 0 };
      return { ...text, state: 'unresolved', at: now + LOOK_EVERY_MS, looks };
    },
  };
}

const EVENT = {
  accepted: 'text-accepted',
  ambiguous: 'text-ambiguous',
  retry: 'text-retried',
  refused: 'text-refused',
  'opted-out': 'provider-opted-out',
} as const;

function afterSend(text: OutgoingText, result: SendResult, now: number): OutgoingText {
  switch (result.result) {
    case 'accepted':
      return { ...text, state: 'accepted', sid: result.sid, at: now };
    case 'ambiguous':
      return { ...text, state: 'unresolved', at: now + LOOK_EVERY_MS, looks: 0 };
    case 'retry':
      return { ...text, state: 'waiting', at: now + Math.max(result.afterMs, backoff(text.tries)) };
    case 'refused':
      return { ...text, state: 'accepted', at: now, report: failed(text, result.code) };
    case 'opted-out':
      return { ...text, state: 'accepted', at: now, report: failed(text, 21610) };
  }
}

function failed(text: OutgoingText, errorCode: number | undefined): NonNullable<OutgoingText['report']> {
  return { sid: text.sid ?? '', status: 'failed', ...(errorCode && { errorCode }) };
}

function backoff(tries: number): number {
  return Math.min(MAX_BACKOFF_MS, 1000 * 2 ** Math.max(0, tries - 1));
}

/** The list could not be read. Only a safety reply is worth the risk of arriving twice. */
function blind(text: OutgoingText, now: number): OutgoingText {
  const looks = text.looks;
  const tries = text.tries + 1;
  const safety = text.weight === 'safety' || text.weight === 'direct' || text.weight === 'stop-confirmation';
  if (safety && tries >= BLIND_LOOKS) return { ...text, state: 'waiting', at: now, looks: 0, tries };
  return { ...text, state: 'unresolved', at: now + LOOK_EVERY_MS, looks, tries };
}
