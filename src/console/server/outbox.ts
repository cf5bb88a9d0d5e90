import type { CommandRefusal, CommandResult, Original, SayBody } from '../../http/console-contract.ts';
import { AskError, ask } from './ask.ts';

/** How long a text can still be taken back; the server's own window decides. */
const UNDO_MS = 4_000;
/** Whoever signs in again goes on where they were. */
const SIGNED_OUT = 401;
const TOO_MANY = 429;
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

export type Confirmable = NonNullable<SayBody['confirmed']>[number];

/**
 * One text of this advocate's on its way to the server: `unsent` is tried again under the same id until the server has it,
 * and `stored` has its place in the transcript.
 */
export interface Outgoing {
  id: string;
  talk: string;
  fence: number;
  text: string;
  /** What was written, where the text is a machine's translation of it. */
  original?: Original;
  confirmed: Confirmable[];
  status: 'sending' | 'unsent' | 'stored' | 'taking-back' | 'refused';
  /** It can be taken back until then, by this browser's clock. */
  undoUntil: number;
  refusal?: CommandRefusal;
  detail?: string;
}

export interface Outbox {
  list(): readonly Outgoing[];
  subscribe(listener: () => void): () => void;
  say(message: Pick<Outgoing, 'talk' | 'fence' | 'text' | 'original'>): void;
  /** Says a refused text all the same. */
  confirm(id: string): void;
  /** Takes a text back: the words that were written, or undefined when it has gone already. */
  takeBack(id: string): Promise<string | undefined>;
  /** Drops what the transcript shows by now, or what was refused. */
  forget(ids: readonly string[]): void;
  /** Nothing here could still be lost. */
  isEmpty(): boolean;
  /** The connection is back: everything unsent is tried again at once. */
  retry(): void;
}

/** What this browser has been told to say and does not yet know to be stored. It is held in memory alone. */
export function createOutbox(base: string): Outbox {
  const listeners = new Set<() => void>();
  const running = new Map<string, Promise<void>>();
  let list: readonly Outgoing[] = [];

  function put(next: readonly Outgoing[]): void {
    list = next;
    for (const listener of listeners) listener();
  }

  function change(id: string, patch: Partial<Outgoing>): void {
    put(list.map((message) => (message.id === id ? { ...message, ...patch } : message)));
  }

  const find = (id: string) => list.find((message) => message.id === id);

  function post(id: string, tries = 0): void {
    const message = find(id);
    if (!message || running.has(id)) return;
    const { talk, fence, text, confirmed, original } = message;
    const body = { id, fence, text, confirmed, ...(original && { original }) } satisfies SayBody;
    change(id, { status: 'sending', undoUntil: Date.now() + UNDO_MS });
    const sent = ask<CommandResult>('POST', `${base}/talks/${talk}/say`, body)
      .then(
        (result) => settle(id, result),
        (error: unknown) => fail(id, error, tries),
      )
      .finally(() => running.delete(id));
    running.set(id, sent);
  }

  function settle(id: string, result: CommandResult): void {
    if (find(id)?.status === 'taking-back') return;
    if (result.outcome === 'done') change(id, { status: 'stored' });
    else change(id, { status: 'refused', refusal: result.outcome, ...(result.detail && { detail: result.detail }) });
  }

  function fail(id: string, error: unknown, tries: number): void {
    if (find(id)?.status === 'taking-back') return;
    const status = error instanceof AskError ? error.status : 0;
    if (status >= 400 && status < 500 && status !== SIGNED_OUT && status !== TOO_MANY) {
      change(id, { status: 'refused', refusal: 'unknown' });
      return;
    }
    change(id, { status: 'unsent' });
    if (status === SIGNED_OUT) return;
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)];
    setTimeout(() => find(id)?.status === 'unsent' && post(id, tries + 1), pause);
  }

  return {
    list: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say(message) {
      const id = crypto.randomUUID();
      put([...list, { ...message, id, confirmed: [], status: 'sending', undoUntil: Date.now() + UNDO_MS }]);
      post(id);
    },
    confirm(id) {
      const message = find(id);
      const reason = message?.refusal;
      if (!message || (reason !== 'silent' && reason !== 'wrong-thread')) return;
      change(id, { confirmed: [...message.confirmed, reason] });
      post(id);
    },
    async takeBack(id) {
      const message = find(id);
      if (!message) return undefined;
      change(id, { status: 'taking-back' });
      // The first request may still arrive after this one: it has to be over before anything can be said of it.
      await running.get(id);
      try {
        const { talk, fence } = message;
        const result = await ask<CommandResult>('POST', `${base}/talks/${talk}/unsay`, { id, fence });
        if (result.outcome === 'done' || result.outcome === 'unknown') {
          put(list.filter((other) => other.id !== id));
          return wordsOf(message);
        }
        change(id, { status: 'stored', undoUntil: 0 });
      } catch {
        change(id, { status: 'unsent' });
      }
      return undefined;
    },
    forget: (ids) => put(list.filter(({ id }) => !ids.includes(id))),
    isEmpty: () => list.every(({ status }) => status === 'stored'),
    retry() {
      for (const { id, status } of list) if (status === 'unsent') post(id);
    },
  };
}

/** What somebody wrote: of a translated text not what was made of it. */
export function wordsOf({ text, original }: Outgoing): string {
  return original?.text ?? text;
}
