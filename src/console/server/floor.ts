import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BreakBody, Floor, LoadCapBody } from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

/** A console that closes says nothing: who is there has to be looked at. */
const LOOK_MS = 15_000;

type FloorResult = { outcome: 'done' | 'unknown' | 'not-on-shift' };

export function useFloor() {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'floor', 'care'],
    queryFn: () => ask<Floor>('GET', `${base}/floor/care`),
    refetchInterval: LOOK_MS,
  });
}

export function useSetLoadCap(account: string) {
  return useFloorChange<LoadCapBody>('PUT', `${account}/load-cap`);
}

export function useGiveBreak(account: string) {
  return useFloorChange<BreakBody>('POST', `${account}/break`);
}

function useFloorChange<Body>(method: 'PUT' | 'POST', path: string) {
  const client = useQueryClient();
  const { base } = useDesk();
  return useMutation({
    mutationFn: (body: Body) => ask<FloorResult>(method, `${base}/floor/${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: [base, 'floor'] }),
  });
}
