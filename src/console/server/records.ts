import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ListingDraft,
  RecordCursor,
  RecordExport,
  RecordPage,
  RecordResult,
  RecordSearchBody,
  RecordView,
  TalkRecordForms,
} from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

export type RecordSearch = Pick<RecordSearchBody, 'statuses' | 'kind'>;

/** The list, page by page; what is looked for stands in no address. */
export function useRecords(search: RecordSearch) {
  const { base } = useDesk();
  return useInfiniteQuery({
    queryKey: [base, 'records', 'list', search],
    queryFn: ({ pageParam }) =>
      ask<RecordPage>('POST', '/api/records/search', { ...search, ...(pageParam && { after: pageParam }) }),
    initialPageParam: undefined as RecordCursor | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

export function useRecord(id: string) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'records', 'one', id],
    queryFn: () => ask<RecordView>('GET', `/api/records/${id}`),
  });
}

/** Something done about a record; whatever came of it, the records are looked at again. */
export function useRecordAct<Body, Told = RecordResult>(id: string, act: string) {
  const client = useQueryClient();
  const { base } = useDesk();
  return useMutation({
    mutationFn: (body: Body) => ask<Told>('POST', `/api/records/${id}/${act}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: [base, 'records'] }),
  });
}

export function useExportRecords() {
  return useMutation({
    mutationFn: (search: RecordSearch) => ask<RecordExport>('POST', '/api/records/export', search),
  });
}

export function useListingDraft(id: string) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'listing', id],
    queryFn: () => ask<ListingDraft>('GET', `/api/records/${id}/listing`),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useTalkRecordForms(talk: string) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'talk-records', talk],
    queryFn: () => ask<TalkRecordForms>('GET', `/api/talks/${talk}/records`),
    gcTime: 0,
  });
}
