import { seededRandom } from './seeded-random.ts';

/** What goes wrong with one POST of a message. Everything left out goes well. */
export interface Fault {
  /**
   * What the sender sees. `refuse`: an error, nothing sent. `hang`: no answer ever. `reset`: the connection is cut.
   * With `accept-then-` the message was taken and goes its way all the same.
   */
  post?: 'refuse' | 'hang' | 'reset' | 'accept-then-refuse' | 'accept-then-hang' | 'accept-then-reset';
  /** Of a refusal: 429 (Twilio's 20429, never processed) unless told otherwise. */
  httpStatus?: number;
  /** Twilio's error code in a refusal's body; by default the one that belongs to `httpStatus`. */
  code?: number;
  /** The answer comes this much later. */
  answerAfterMs?: number;
  /** How the message ends; `delivered` unless told otherwise. */
  outcome?: 'delivered' | 'undelivered' | 'failed';
  /** With `undelivered` or `failed`: 30003, 30005, 30006, 30007 or 30008 (the default), or any other. */
  errorCode?: number;
  /** Time in Twilio's queue before it is sent; past its ValidityPeriod it fails with 30036. */
  queueMs?: number;
  /** Time from sent to the last status. */
  carrierMs?: number;
  /** `early`: all callbacks arrive before the POST is answered. `shuffled`: all at the end, in any order. */
  callbacks?: 'ordered' | 'shuffled' | 'early' | 'none';
  /** How often each callback is posted: 1 unless told otherwise. */
  repeat?: number;
}

/** What goes wrong, settable at any time. The first that applies wins: next, to, random, always. */
export interface Faults {
  /** For the next posts, one each; null lets one pass unharmed. */
  next(...faults: (Fault | null)[]): void;
  /** For every post to a number, until set to null. */
  to(number: string, fault: Fault | null): void;
  /** By chance, the same for the same seed: at most one of `chances` for a post, each with its share of 1. */
  random(seed: number, chances: readonly { chance: number; fault: Fault }[]): void;
  /** For every post not otherwise hit. */
  always(fault: Fault | null): void;
  /** Ends all faults. */
  clear(): void;
  /** Messages younger than this are not in the Messages list yet: Twilio promises no consistency there. */
  listLagMs: number;
}

export interface FaultsInUse extends Faults {
  /** The fault of a post to this number. */
  take(to: string): Fault;
}

export function createFaults(always: Fault | null = null): FaultsInUse {
  const script: (Fault | null)[] = [];
  const byNumber = new Map<string, Fault>();
  let chances: readonly { chance: number; fault: Fault }[] = [];
  let random = seededRandom(0);

  const byChance = (): Fault | undefined => {
    if (chances.length === 0) return undefined;
    let left = random();
    for (const { chance, fault } of chances) {
      left -= chance;
      if (left < 0) return fault;
    }
    return undefined;
  };

  return {
    listLagMs: 0,
    next: (...faults) => void script.push(...faults),
    to(number, fault) {
      if (fault) byNumber.set(number, fault);
      else byNumber.delete(number);
    },
    random(seed, some) {
      random = seededRandom(seed);
      chances = some;
    },
    always(fault) {
      always = fault;
    },
    clear() {
      script.length = 0;
      byNumber.clear();
      chances = [];
      always = null;
      this.listLagMs = 0;
    },
    take(to) {
      if (script.length > 0) return script.shift() ?? {};
      return byNumber.get(to) ?? byChance() ?? always ?? {};
    },
  };
}
