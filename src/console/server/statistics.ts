import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Statistics } from '../../http/console-contract.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.tsx';

/** So many days up to the line's own today, or from one day to another. */
export type StatisticsSpan = { days: string } | { from: string; to: string };

export function useStatistics(span: StatisticsSpan) {
  const { base } = useDesk();
  return useQuery({
    queryKey: [base, 'statistics', span],
    queryFn: () => ask<Statistics>('GET', `${base}/statistics?${new URLSearchParams(span)}`),
    placeholderData: keepPreviousData,
  });
}
