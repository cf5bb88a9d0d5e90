import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CommandResult, Entry, TalkView } from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

/** A conversation: the first look brings everything, each later one only what is new. */
function talkQuery(client: QueryClient, base: string, talk: string) {
  const queryKey = [base, 'talk', talk];
  return queryOptions({
    queryKey,
    queryFn: async () => {
      const known = client.getQueryData<TalkView>(queryKey);
      const view = await ask<TalkView>('GET', `${base}/talks/${talk}?after=${known?.next ?? 0}`);
      return known ? { ...view, entries: joined(known.entries, view.entries) } : view;
    },
  });
}

/** Entries never change but for a translation that comes later, so the newer one of each number counts. */
function joined(known: Entry[], fresh: Entry[]): Entry[] {
  const first = fresh[0]?.n;
  if (first === undefined) return known;
  return [...known.filter(({ n }) => n < first), ...fresh];
}

export function useTalk(talk: string) {
  const client = useQueryClient();
  const { base } = useDesk();
  return useQuery(talkQuery(client, base, talk));
}

export function useTalks(talks: readonly string[]): (TalkView | undefined)[] {
  const client = useQueryClient();
  const { base } = useDesk();
  return useQueries({
    queries: talks.map((talk) => talkQuery(client, base, talk)),
    combine: (results) => results.map(({ data }) => data),
  });
}

/** A command to one conversation; whatever came of it, the conversation and the queue are looked at again. */
export function useCommand<Body, Told = object>(talk: string, act: string) {
  const client = useQueryClient();
  const { base } = useDesk();
  return useMutation({
    mutationFn: (body: Body) => ask<CommandResult<Told>>('POST', `${base}/talks/${talk}/${act}`, body),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [base, 'queue'] }),
        client.invalidateQueries({ queryKey: [base, 'talk', talk] }),
      ]),
  });
}

/** The person who should be seen to next, whoever that is. */
export function useTakeNext() {
  const client = useQueryClient();
  const { base } = useDesk();
  return useMutation({
    mutationFn: () => ask<CommandResult<{ talk: string; fence: number }>>('POST', `${base}/next`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: [base, 'queue'] }),
  });
}
