import type { InboundText, OutgoingText, Refusal } from './messages.ts';

type LedgerEvent = { type: 'text' | 'sent'; message: InboundText | OutgoingText } | { type: 'refused' };

interface Counts {
  texts: number;
  webhooksDelivered: number;
  webhooksFailed: number;
  accepted: number;
  refused: number;
  delivered: number;
  /** Undelivered, failed or cancelled. */
  lost: number;
  callbacks: number;
}

/**
 * The truth for assertions: what phones sent, what the line sent, and what became of each.
 * Lists are oldest first; the objects in them are live, their status moves on.
 */
export interface Ledger {
  readonly counts: Counts;
  texts(): InboundText[];
  textsFrom(number: string): InboundText[];
  sent(): OutgoingText[];
  /** Every message accepted for a phone, the provider's own included, in order. */
  sentTo(number: string): OutgoingText[];
  refusals(): readonly Refusal[];
  find(sid: string): InboundText | OutgoingText | undefined;
  /** Called after every change; the returned function ends it. */
  on(listener: (event: LedgerEvent) => void): () => void;
  /** Resolves when `check` holds, looked at after every change; rejects after `ms` of real time. */
  until(check: () => boolean, ms?: number): Promise<void>;
}

export interface WritableLedger extends Ledger {
  all(): IterableIterator<InboundText | OutgoingText>;
  add(message: InboundText | OutgoingText): void;
  changed(message: InboundText | OutgoingText): void;
  /** The message will change no more; old ones beyond `keep` are forgotten. */
  finished(message: InboundText | OutgoingText): void;
  refuse(refusal: Refusal): void;
}

/** `keep`: how many finished messages (and refusals) are remembered; 0 leaves the counts alone. */
export function createLedger(keep = Number.POSITIVE_INFINITY): WritableLedger {
  const messages = new Map<string, InboundText | OutgoingText>();
  const finished: string[] = [];
  const refused: Refusal[] = [];
  const listeners = new Set<(event: LedgerEvent) => void>();
  const counts: Counts = {
    texts: 0,
    webhooksDelivered: 0,
    webhooksFailed: 0,
    accepted: 0,
    refused: 0,
    delivered: 0,
    lost: 0,
    callbacks: 0,
  };
  const tell = (event: LedgerEvent) => {
    for (const listener of listeners) listener(event);
  };
  const changed = (message: InboundText | OutgoingText) =>
    tell({ type: message.direction === 'inbound' ? 'text' : 'sent', message });
  const texts = () => [...messages.values()].filter((one): one is InboundText => one.direction === 'inbound');
  const sent = () => [...messages.values()].filter((one): one is OutgoingText => one.direction !== 'inbound');

  const on = (listener: (event: LedgerEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    counts,
    texts,
    textsFrom: (number) => texts().filter((text) => text.from === number),
    sent,
    sentTo: (number) => sent().filter((message) => message.to === number),
    refusals: () => refused,
    find: (sid) => messages.get(sid),
    all: () => messages.values(),
    on,
    until: (check, ms = 60_000) =>
      new Promise((resolve, reject) => {
        if (check()) return resolve();
        const timer = setTimeout(() => {
          off();
          reject(new Error(`the ledger never got there: ${JSON.stringify(counts)}`));
        }, ms);
        const off = on(() => {
          if (!check()) return;
          clearTimeout(timer);
          off();
          resolve();
        });
      }),
    add(message) {
      messages.set(message.sid, message);
      if (message.direction === 'inbound') counts.texts++;
      else counts.accepted++;
      changed(message);
    },
    changed,
    finished(message) {
      finished.push(message.sid);
      while (finished.length > keep) messages.delete(finished.shift() ?? '');
    },
    refuse(refusal) {
      counts.refused++;
      if (keep > 0) refused.push(refusal);
      if (refused.length > keep) refused.shift();
      tell({ type: 'refused' });
    },
  };
}
