import type { Span } from '../hotline/statistics/read-statistics.ts';
import { statisticsCsv } from '../hotline/statistics/statistics-csv.ts';
import { api } from './console-row.ts';
import type { Route } from './route.ts';

/**
 * How the line does, in numbers; `from` and `to` are days such as 2026-11-23, and `days` is how many up to the last of them:
 * four weeks up to today unless they are named.
 */
export const STATISTICS_ROUTES: readonly Route[] = [
  api('get', '/api/statistics', 'overview', {
    async answer({ statistics }, { query }) {
      const found = await statistics.over(spanOf(query));
      return found === 'bad-range' ? { refusal: found } : { json: found };
    },
  }),

  api('get', '/api/statistics.csv', 'overview', {
    async answer({ statistics }, { query }) {
      const found = await statistics.over(spanOf(query));
      if (found === 'bad-range') return { refusal: found };
      return { file: { contentType: 'text/csv', bytes: Buffer.from(statisticsCsv(found)) } };
    },
  }),
];

function spanOf({ from, to, days }: Record<string, string | undefined>): Span {
  return { from, to, ...(days !== undefined && { days: /^\d{1,3}$/.test(days) ? Number(days) : 0 }) };
}
