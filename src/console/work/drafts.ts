import { useCallback, useSyncExternalStore } from 'react';
import { ask } from '../server/ask.ts';
import { useDesk } from '../server/desk.tsx';

const PAUSE_MS = 600;
const AGAIN_MS = 5_000;

const texts = new Map<string, string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function keep(base: string, talk: string, text: string, pauseMs = PAUSE_MS): void {
  const key = `${base} ${talk}`;
  texts.set(key, text);
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => {
      timers.delete(key);
      const body = { text: texts.get(key) ?? '' };
      ask('PUT', `${base}/talks/${talk}/draft`, body).catch(() => keep(base, talk, texts.get(key) ?? '', AGAIN_MS));
    }, pauseMs),
  );
  for (const listener of listeners) listener();
}

/** Words that were not sent go back before whatever has been written since. */
export function putBack(base: string, talk: string, text: string): void {
  const since = texts.get(`${base} ${talk}`) ?? '';
  keep(base, talk, since.trim() === '' ? text : `${text}\n${since}`);
}

/** Words that a tool made go behind whatever stands in the box; `kept`: what the server has of it. */
export function addTo(base: string, talk: string, kept: string, text: string): void {
  const before = (texts.get(`${base} ${talk}`) ?? kept).trimEnd();
  keep(base, talk, before === '' ? text : `${before}\n${text}`);
}

/**
 * What stands in the box of one conversation. The server keeps it, sealed, so that it survives a reload; the browser keeps it in
 * memory alone.
 */
export function useDraft(talk: string, kept: string): [text: string, set: (text: string) => void] {
  const { base } = useDesk();
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => texts.get(`${base} ${talk}`) ?? kept,
  );
  const set = useCallback((next: string) => keep(base, talk, next), [base, talk]);
  return [text, set];
}
