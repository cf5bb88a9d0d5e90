import { LRUCache } from 'lru-cache';
import type { Log, RateLimits } from '../ports.ts';
import type { Audit } from './audit.ts';
import type { Act } from './audit-view.ts';

/** The console asks again for what it shows whenever something changed: the same sight within this time is one entry. */
const SAME_SIGHT_MS = 60_000;
const SIGHTS = 20_000;
/** Strangers could fill the store by knocking: what is beyond is counted, not written. */
const STRANGERS = { most: 120, seconds: 60 };

/** Await it before answering what was asked. */
export interface AuditTrail {
  /** @param read it changed nothing */
  note(act: Act, read: boolean): Promise<void>;
}

/** Decides what is worth an entry: everything, but for the same sight seen again at once, and floods of strangers. */
export function createAuditTrail({ audit, limits, log }: { audit: Audit; limits: RateLimits; log: Log }): AuditTrail {
  const sights = new LRUCache<string, Promise<void>>({ max: SIGHTS, ttl: SAME_SIGHT_MS });
  return {
    async note(act, read) {
      const stranger = act.actor === '-';
      const seen = read && act.outcome === 'done';
      // They looked at what everybody may see.
      if (stranger && seen) return;
      if (stranger && (await limits.take('strangers', STRANGERS, act.about ?? 'all')) > 0) {
        return log.event('request-refused');
      }
      if (!seen) return audit.append(act);
      const sight = JSON.stringify([act.actor, act.act, act.about]);
      const written = sights.get(sight) ?? audit.append(act);
      sights.set(sight, written, { noUpdateTTL: true });
      await written.catch((error) => {
        sights.delete(sight);
        throw error;
      });
    },
  };
}
