import { useMutation, useQuery } from '@tanstack/react-query';
import type { CommandResult, TranslateBody, Translation } from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

type Translated = CommandResult<{ translation: Translation }>;

/** What a machine makes of entry `n`; undefined until it has, and where it cannot. */
export function useTranslation(talk: string, n: number): Translation | undefined {
  const { base } = useDesk();
  const { data } = useQuery({
    queryKey: [base, 'translation', talk, n],
    queryFn: () => translate(base, talk, { n }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.outcome === 'done' ? data.translation : undefined;
}

/** What a machine makes of one's own words, to be seen before it is sent. */
export function useTranslateWords(talk: string) {
  const { base } = useDesk();
  return useMutation({ mutationFn: (text: string) => translate(base, talk, { text }) });
}

function translate(base: string, talk: string, body: TranslateBody): Promise<Translated> {
  return ask<Translated>('POST', `${base}/talks/${talk}/translate`, body);
}
