import type { DeskEvent } from '../../http/console-contract.ts';

/** `moved`: another tab of this browser has the stream now, until this one asks for it again. */
export type LiveState = 'connecting' | 'live' | 'stale' | 'reconnecting' | 'moved';

const STALE_MS = 25_000;
const LOOK_MS = 1_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export interface Live {
  state(): LiveState;
  subscribe(listener: () => void): () => void;
  /** Hears every event of the desk; what it returns ends that. */
  onEvent(listener: (event: DeskEvent) => void): () => void;
  /** What the server's clock shows now. */
  now(): number;
  /** Opens the stream anew, at once. */
  open(): void;
  start(): () => void;
}

/**
 * The stream of events. The browser itself resumes it by the last id; when that fails a new stream is opened, which may have
 * missed something, so that a `reset` is heard first.
 */
export function createLive(url: string): Live {
  const watchers = new Set<() => void>();
  const listeners = new Set<(event: DeskEvent) => void>();
  let state: LiveState = 'connecting';
  let source: EventSource | undefined;
  let heardAt = 0;
  let ahead = 0;
  let pause = FIRST_PAUSE_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let opened = false;

  function become(next: LiveState): void {
    if (state === next) return;
    state = next;
    for (const watcher of watchers) watcher();
  }

  function tell(event: DeskEvent): void {
    for (const listener of listeners) listener(event);
  }

  function hear(event: DeskEvent): void {
    heardAt = Date.now();
    if (event.type === 'beat') ahead = event.now - heardAt;
    if (event.type === 'moved' || event.type === 'signed-out') source?.close();
    if (event.type === 'moved') {
      become('moved');
      return;
    }
    become('live');
    tell(event);
  }

  function open(): void {
    clearTimeout(retry);
    source?.close();
    const mine = new EventSource(url);
    source = mine;
    heardAt = Date.now();
    // The browser resumes a stream by itself; a new one may have missed something.
    let missed = opened;
    mine.onopen = () => {
      pause = FIRST_PAUSE_MS;
      heardAt = Date.now();
      opened = true;
      become('live');
      if (missed) tell({ type: 'reset' });
      missed = false;
    };
    mine.onmessage = (message) => hear(JSON.parse(message.data) as DeskEvent);
    mine.onerror = () => {
      become(opened ? 'reconnecting' : 'connecting');
      if (mine.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
  }

  function look(): void {
    if (state !== 'live' || Date.now() - heardAt < STALE_MS) return;
    become('stale');
    open();
  }

  function again(): void {
    if (state !== 'moved') open();
  }

  return {
    state: () => state,
    subscribe(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => Date.now() + ahead,
    open,
    start() {
      open();
      const timer = setInterval(look, LOOK_MS);
      window.addEventListener('online', again);
      return () => {
        clearInterval(timer);
        clearTimeout(retry);
        window.removeEventListener('online', again);
        source?.close();
        become('connecting');
      };
    },
  };
}
