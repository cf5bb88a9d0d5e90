import { useSyncExternalStore } from 'react';
import { useDesk } from './desk.tsx';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 250);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What the server's clock shows, in steps of `stepMs`: one ticking for the whole page. */
export function useNow(stepMs = 1_000): number {
  const { live } = useDesk();
  return useSyncExternalStore(subscribe, () => Math.floor(live.now() / stepMs) * stepMs);
}
