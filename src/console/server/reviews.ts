import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewBody, ReviewComment, ReviewView } from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

/** What has been closed comes by itself, and no event tells of it. */
const LOOK_MS = 30_000;

/** Closed conversations that wait for a second look, the oldest first. */
export function useReviews(enabled: boolean) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'floor', 'reviews'],
    queryFn: () => ask<ReviewView[]>('GET', `${base}/reviews`),
    refetchInterval: LOOK_MS,
    enabled,
  });
}

/** What reviewers wrote to oneself, the latest first. */
export function useComments(enabled: boolean) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'floor', 'comments'],
    queryFn: () => ask<ReviewComment[]>('GET', `${base}/me/comments`),
    enabled,
  });
}

export function useFinishReview(talk: string) {
  const client = useQueryClient();
  const { base } = useDesk();
  return useMutation({
    mutationFn: (body: ReviewBody) =>
      ask<{ outcome: 'done' | 'own' | 'gone' }>('POST', `${base}/reviews/${talk}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: [base, 'floor'] }),
  });
}
