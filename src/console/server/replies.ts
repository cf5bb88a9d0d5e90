import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CannedReply,
  ReferralBody,
  ReferralView,
  RemoveReplyBody,
  ReplyResult,
  SaveReplyBody,
} from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

/** The same at every desk, one to practise at too. */
export function useReplies() {
  const { base } = useDesk();
  return useQuery({ queryKey: [base, 'replies'], queryFn: () => ask<CannedReply[]>('GET', '/api/replies') });
}

export function useSaveReply() {
  return useReplyChange((body: SaveReplyBody) => ask<ReplyResult>('POST', '/api/replies', body));
}

export function useRemoveReply(id: string) {
  return useReplyChange((body: RemoveReplyBody) => ask<ReplyResult>('POST', `/api/replies/${id}/remove`, body));
}

function useReplyChange<Body>(change: (body: Body) => Promise<ReplyResult>) {
  const client = useQueryClient();
  const { base } = useDesk();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: [base, 'replies'] }),
  });
}

export function useFindReferrals() {
  return useMutation({ mutationFn: (body: ReferralBody) => ask<ReferralView>('POST', '/api/referrals', body) });
}
