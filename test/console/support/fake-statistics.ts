import {
  KINDS_OF_CONTACT,
  OUTCOMES,
  PRIORITIES,
  type Share,
  type Statistics,
} from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-23';

/** Numbers of a line that does not exist; undefined for everything else. */
export function answerStatistics({ path, query }: Asked): Answer | undefined {
  if (path === '/api/statistics.csv') return { file: 'what,of,count\r\n', type: 'application/octet-stream' };
  if (path !== '/api/statistics') return undefined;
  const to = query.get('to') ?? TODAY;
  const last = Date.parse(to);
  const first = query.has('from')
    ? Date.parse(query.get('from') ?? '')
    : last - (Number(query.get('days')) - 1) * DAY_MS;
  return { json: statistics(first, last) };
}

function statistics(first: number, last: number): Statistics {
  const days = Array.from({ length: (last - first) / DAY_MS + 1 }, (_, n) => ({
    day: new Date(first + n * DAY_MS).toISOString().slice(0, 10),
    contacts: 40 + ((n * 17) % 23),
    desk: 11 + ((n * 7) % 9),
    closed: 10 + ((n * 5) % 8),
  }));
  const shares = (codes: readonly string[]): Share[] => codes.map((code, n) => ({ code, count: 321 >> n }));
  return {
    ...{ from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '', days, optOuts: 31 },
    contacts: days.reduce((sum, { contacts }) => sum + contacts, 0),
    hours: Array.from({ length: 24 }, (_, hour) => 20 + ((hour * 13) % 31)),
    languages: shares(['en', 'es', 'ht', 'vi', 'other']),
    places: shares(['CA', 'TX', 'FL', 'NY', 'GA', 'OH', 'other']),
    kinds: shares(KINDS_OF_CONTACT),
    outcomes: shares(OUTCOMES),
    records: shares(['tip', 'training', 'organization-add']),
    desk: shares(PRIORITIES),
    abandoned: [
      { code: 'silent', count: 23 },
      { code: 'stop', count: 9 },
    ],
    failures: [],
    firstAnswer: { count: 1_204, median: 0.8, p90: 1.7 },
    toHuman: { count: 305, median: 38, p90: 141 },
    toReply: { count: 299, median: 71, p90: 260 },
  };
}
