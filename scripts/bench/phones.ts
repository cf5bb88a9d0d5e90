import type { Emulator } from '../../src/emulator/emulator.ts';

export interface Reply {
  body: string;
  /** When the provider took it, on performance.now's clock. */
  at: number;
  /** Resolves when it is on the phone. */
  shown: Promise<void>;
}

/** The phones at the other side of the emulated provider. */
export interface Phones {
  /** The next text to this number. Rejects when none comes within half a minute. */
  nextReply(number: string): Promise<Reply>;
}

const PATIENCE_MS = 30_000;

export function createPhones({ ledger }: Emulator): Phones {
  const waiting = new Map<string, (reply: Reply) => void>();
  const showing = new Map<string, () => void>();
  ledger.on((event) => {
    if (event.type !== 'sent') return;
    const { sid, to, body, status } = event.message;
    if (status === 'delivered') {
      showing.get(sid)?.();
      showing.delete(sid);
      return;
    }
    const hear = waiting.get(to);
    if (hear === undefined) return;
    waiting.delete(to);
    const shown = new Promise<void>((resolve) => showing.set(sid, resolve));
    hear({ body, at: performance.now(), shown });
  });
  return {
    nextReply: (number) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('A text got no reply.')), PATIENCE_MS);
        waiting.set(number, (reply) => {
          clearTimeout(timer);
          resolve(reply);
        });
      }),
  };
}
