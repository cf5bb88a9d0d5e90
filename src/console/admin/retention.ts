import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HoldBody, LiftBody, RetentionView } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';

const RETENTION = ['retention'];

export function useRetention() {
  return useQuery({
    queryKey: RETENTION,
    queryFn: () => ask<RetentionView>('GET', '/api/retention'),
    staleTime: 0,
  });
}

export function useHold() {
  return useChange((body: HoldBody) => ask<{ outcome: string }>('POST', '/api/retention/holds', body));
}

export function useLift(id: string) {
  return useChange((body: LiftBody) => ask<{ outcome: string }>('POST', `/api/retention/holds/${id}/lift`, body));
}

function useChange<Value>(mutationFn: (value: Value) => Promise<{ outcome: string }>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: RETENTION }) });
}
