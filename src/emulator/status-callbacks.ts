import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { Form } from './form.ts';
import type { WritableLedger } from './ledger.ts';
import type { OutgoingText, Status } from './messages.ts';
import type { WebhookPoster } from './webhook-poster.ts';

/** Tells the line of one message's statuses, in the order and number that its fault asks for. */
interface Courier {
  /** A status was reached. `last`: no other will follow. */
  tell(status: Status, last: boolean): void;
  /** Resolves when every callback so far has been answered. */
  settled(): Promise<void>;
}

export interface StatusCallbacks {
  courier(message: OutgoingText, fault: Fault): Courier;
  /** Posts one callback now, whatever the message's true status. Statuses that no list names can be told too. */
  post(message: OutgoingText, status: string, errorCode?: number): Promise<void>;
}

interface Parts {
  accountSid: string;
  poster: WebhookPoster;
  ledger: WritableLedger;
  clock: Clock;
  random: () => number;
}

export function createStatusCallbacks({ accountSid, poster, ledger, clock, random }: Parts): StatusCallbacks {
  const post = async (message: OutgoingText, status: string, errorCode?: number) => {
    if (!message.statusCallback) return;
    const form = callbackForm(accountSid, message, status, errorCode, clock.now());
    const callback = { status, attempts: await poster.post(message.statusCallback, form) };
    message.callbacks.push(callback);
    ledger.counts.callbacks += callback.attempts.length;
    ledger.changed(message);
  };

  return {
    post,
    courier(message, fault) {
      const mode = fault.callbacks ?? 'ordered';
      const held: Status[] = [];
      let queue = Promise.resolve();
      const enqueue = (status: Status) => {
        const errorCode = ['failed', 'undelivered'].includes(status) ? message.errorCode : undefined;
        queue = queue.then(() => post(message, status, errorCode));
      };
      return {
        tell(status, last) {
          // Twilio tells of no initial status, and never of "sending".
          if (mode === 'none' || status === 'sending') return;
          for (let copy = 0; copy < (fault.repeat ?? 1); copy++) held.push(status);
          if (mode === 'shuffled' && !last) return;
          if (mode === 'shuffled') shuffle(held, random);
          for (const next of held.splice(0)) enqueue(next);
        },
        settled: () => queue,
      };
    },
  };
}

/** The fields of a real callback. Source: twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks. */
function callbackForm(
  accountSid: string,
  message: OutgoingText,
  status: string,
  errorCode: number | undefined,
  now: number,
): Form {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: message.from,
    MessageSid: message.sid,
    MessageStatus: status,
    SmsSid: message.sid,
    SmsStatus: status,
    To: message.to,
    ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
    ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
    ...(status === 'delivered' || status === 'undelivered' ? { RawDlrDoneDate: receiptDate(now) } : {}),
  };
}

/** YYMMDDhhmm, as carriers write it. */
function receiptDate(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, '').slice(2, 12);
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
}
