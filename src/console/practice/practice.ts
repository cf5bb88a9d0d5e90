import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BeginPractice, BeginPracticeBody, PracticeView } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';
import { PRACTICE_BASE } from '../server/desk.tsx';

const KEY = [PRACTICE_BASE, 'rounds'];
/** A talk ends at the desk; its debrief is here soon after. */
const LOOK_MS = 4_000;

export function usePractice() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => ask<PracticeView>('GET', PRACTICE_BASE),
    refetchInterval: LOOK_MS,
  });
}

export function useBegin() {
  return useChange((script: string) =>
    ask<BeginPractice>('POST', `${PRACTICE_BASE}/rounds`, { script } satisfies BeginPracticeBody),
  );
}

export function useFinish() {
  return useChange((round: string) => ask('POST', `${PRACTICE_BASE}/rounds/${round}/finish`, {}));
}

export function useLeave() {
  return useChange(() => ask('POST', `${PRACTICE_BASE}/leave`, {}));
}

function useChange<Value, Answer>(mutationFn: (value: Value) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: [PRACTICE_BASE] }) });
}
