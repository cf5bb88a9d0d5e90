import { statisticsCsv } from '../hotline/statistics/statistics-csv.ts';
import { api } from './console-row.ts';
import type { Route } from './route.ts';

/** How the line does, in numbers; `from` and `to` are days such as 2026-11-23, the last four weeks unless they are named. */
export const STATISTICS_ROUTES: readonly Route[] = [
  api('get', '/api/statistics', 'supervisor', {
    async answer({ statistics }, { query }) {
      const found = await statistics.over(query.from, query.to);
      return found === 'bad-range' ? { refusal: found } : { json: found };
    },
  }),

  api('get', '/api/statistics.csv', 'supervisor', {
    async answer({ statistics }, { query }) {
      const found = await statistics.over(query.from, query.to);
      if (found === 'bad-range') return { refusal: found };
      return { file: { contentType: 'text/csv', bytes: Buffer.from(statisticsCsv(found)) } };
    },
  }),
];
