import { useQuery } from '@tanstack/react-query';
import type { BotStep, CardView, Colleague, Queue, Shift } from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { PRACTICE_BASE, useDesk } from './desk.tsx';
import { useMe } from './session.ts';

/** Whether one talks with people at this desk, or leads those who do; to anybody else the server tells nothing of them. */
export function useTalksHere(): boolean {
  const { roles } = useMe();
  const { base } = useDesk();
  return base === PRACTICE_BASE || roles.includes('advocate') || roles.includes('supervisor');
}

export function useQueue() {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'queue'],
    queryFn: () => ask<Queue>('GET', `${base}/queue`),
    enabled: useTalksHere(),
  });
}

/** One's shift at this desk: whoever practises is always on. */
export function useShift(): Shift {
  const me = useMe();
  const { base } = useDesk();
  return base === PRACTICE_BASE ? 'on' : me.shift;
}

/** One's own conversations, in the order in which they came: a tab keeps its place. */
export function useMyTalks(): CardView[] {
  const me = useMe();
  const { data } = useQueue();
  const mine = data?.live.filter(({ owner }) => owner?.id === me.id) ?? [];
  return mine.sort((a, b) => a.since - b.since || a.talk.localeCompare(b.talk));
}

export function useColleagues(enabled: boolean) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'floor', 'colleagues'],
    queryFn: () => ask<Colleague[]>('GET', `${base}/colleagues`),
    enabled,
  });
}

export function useBotSteps(enabled: boolean) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'steps'],
    queryFn: () => ask<BotStep[]>('GET', `${base}/steps`),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
