import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DeskEvent } from '../../http/console-contract.ts';
import { eager } from './eager.ts';
import { createLive, type Live, type LiveState } from './live.ts';
import { createOutbox, type Outbox, type Outgoing } from './outbox.ts';

/** One desk: the real one, or another under a base of its own. */
export interface Desk {
  base: string;
  live: Live;
  outbox: Outbox;
}

/** The desk at which one practises. */
export const PRACTICE_BASE = '/api/practice';

const DeskContext = createContext<Desk | undefined>(undefined);
const QUEUE_PAUSE_MS = 500;

const desks = new Map<string, Desk>();

/** What is unsent outlives a login that ended in between: it is lost with the page alone. */
function deskAt(base: string): Desk {
  const desk = desks.get(base) ?? { base, live: createLive(`${base}/events`), outbox: createOutbox(base) };
  desks.set(base, desk);
  return desk;
}

/** Keeps what is below it fresh by the events of the desk at `base`. */
export function DeskProvider({ base, children }: { base: string; children: ReactNode }) {
  const client = useQueryClient();
  const desk = useMemo(() => deskAt(base), [base]);
  useEffect(() => {
    const warn = (event: Event) => desk.outbox.isEmpty() || event.preventDefault();
    const refresh = eager(() => void client.invalidateQueries({ queryKey: [base, 'queue'] }), QUEUE_PAUSE_MS);
    const deaf = desk.live.onEvent((event) => {
      if (event.type === 'card') refresh(event.ring);
      for (const queryKey of staleBy(base, event)) void client.invalidateQueries({ queryKey });
    });
    const unwatch = desk.live.subscribe(() => {
      if (desk.live.state() === 'live') desk.outbox.retry();
      // The stream may have ended because the login has.
      else void client.invalidateQueries({ queryKey: ['session'] });
    });
    window.addEventListener('beforeunload', warn);
    const stop = desk.live.start();
    return () => {
      deaf();
      unwatch();
      window.removeEventListener('beforeunload', warn);
      stop();
    };
  }, [desk, client, base]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** What an event makes stale, by the beginnings of the keys under which it was fetched; the queue has its own pace. */
function staleBy(base: string, event: DeskEvent): string[][] {
  switch (event.type) {
    case 'card':
    case 'delivery':
    case 'talk':
      return [[base, 'talk', event.talk]];
    case 'floor':
      return [['session'], [base, 'floor']];
    case 'record':
      return [[base, 'records']];
    case 'replies':
      return [[base, 'replies']];
    case 'signed-out':
      return [['session']];
    case 'reset':
      return base === PRACTICE_BASE ? [[base]] : [[]];
    default:
      return [];
  }
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk here');
  return desk;
}

export function useLiveState(): LiveState {
  const { live } = useDesk();
  return useSyncExternalStore(live.subscribe, live.state);
}

export function useOutgoing(): readonly Outgoing[] {
  const { outbox } = useDesk();
  return useSyncExternalStore(outbox.subscribe, outbox.list);
}
