import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { WritableLedger } from './ledger.ts';
import type { OutgoingText, Status } from './messages.ts';
import { newSid } from './sid.ts';
import type { StatusCallbacks } from './status-callbacks.ts';

/** What an accepted POST (or the provider itself) wants sent. */
export interface NewMessage {
  direction: OutgoingText['direction'];
  from: string;
  to: string;
  body: string;
  numMedia?: number;
  byProvider?: boolean;
  statusCallback?: string;
  messagingServiceSid?: string;
  /** Seconds; 36,000 unless told otherwise. */
  validityPeriod?: number;
}

export interface Outgoing {
  /** Takes a message and lets it go its way. Resolves at once, or after all callbacks when they are to be early. */
  accept(message: NewMessage, fault: Fault): Promise<OutgoingText>;
  /** Stops a message that has not been sent yet; false when it is too late. */
  cancel(message: OutgoingText): boolean;
  /** Nothing moves any more. */
  close(): void;
}

interface Parts {
  ledger: WritableLedger;
  clock: Clock;
  random: () => number;
  callbacks: StatusCallbacks;
  timing: { queueMs: number; carrierMs: number };
}

/** Twilio's longest (and default) validity period, in seconds. */
export const LONGEST_VALIDITY = 36_000;
const VALIDITY_EXPIRED = 30036;
const UNKNOWN_ERROR = 30008;

export function createOutgoing({ ledger, clock, random, callbacks, timing }: Parts): Outgoing {
  const cancels = new Map<string, () => void>();

  const start = (message: OutgoingText, fault: Fault): Promise<void> => {
    const courier = callbacks.courier(message, fault);
    const early = fault.callbacks === 'early';
    const after = (ms: number, run: () => void) => {
      if (early) return run();
      cancels.set(message.sid, clock.after(ms, run));
    };
    const reach = (status: Status, last = false) => {
      message.status = status;
      message.updatedAt = clock.now();
      message.history.push({ status, at: message.updatedAt });
      if (last && status === 'delivered') ledger.counts.delivered++;
      else if (last) ledger.counts.lost++;
      courier.tell(status, last);
      ledger.changed(message);
      if (!last) return;
      cancels.delete(message.sid);
      void courier.settled().then(() => ledger.finished(message));
    };
    const lose = (status: 'failed' | 'undelivered', errorCode: number) => {
      message.errorCode = errorCode;
      reach(status, true);
    };

    if (message.status === 'accepted') reach('queued');
    const queueMs = fault.queueMs ?? timing.queueMs;
    const validMs = message.validityPeriod * 1_000;
    // A message that expires in the queue was never sent: "failed", not "undelivered".
    if (queueMs >= validMs) after(validMs, () => lose('failed', VALIDITY_EXPIRED));
    else
      after(queueMs, () => {
        reach('sending');
        if (fault.outcome === 'failed') return lose('failed', fault.errorCode ?? UNKNOWN_ERROR);
        reach('sent');
        after(fault.carrierMs ?? timing.carrierMs, () => {
          if (fault.outcome === 'undelivered') lose('undelivered', fault.errorCode ?? UNKNOWN_ERROR);
          else reach('delivered', true);
        });
      });
    return early ? courier.settled() : Promise.resolve();
  };

  return {
    async accept(wanted, fault) {
      const at = clock.now();
      // A messaging service first accepts a message, then queues it when it has chosen a sender.
      const status = wanted.messagingServiceSid ? 'accepted' : 'queued';
      const message: OutgoingText = {
        numMedia: 0,
        byProvider: false,
        validityPeriod: LONGEST_VALIDITY,
        ...wanted,
        sid: newSid(wanted.numMedia ? 'MM' : 'SM', random),
        at,
        updatedAt: at,
        status,
        history: [{ status, at }],
        callbacks: [],
        redacted: false,
        deleted: false,
      };
      ledger.add(message);
      await start(message, fault);
      return message;
    },
    cancel(message) {
      if (message.status !== 'queued' && message.status !== 'accepted') return false;
      cancels.get(message.sid)?.();
      cancels.delete(message.sid);
      message.status = 'canceled';
      message.updatedAt = clock.now();
      message.history.push({ status: 'canceled', at: message.updatedAt });
      ledger.counts.lost++;
      ledger.changed(message);
      void callbacks.post(message, 'canceled').then(() => ledger.finished(message));
      return true;
    },
    close() {
      for (const cancel of cancels.values()) cancel();
      cancels.clear();
    },
  };
}
