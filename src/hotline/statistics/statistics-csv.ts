import { stringify } from 'csv-stringify/sync';
import { toSafeCell } from '../../directory/formula-safe.ts';
import type { Share, Statistics, Waits } from './statistics-view.ts';

/** The same numbers for a spreadsheet, one a row: what is counted, of which, how many. No cell is run as a formula. */
export function statisticsCsv(statistics: Statistics): string {
  const rows: [what: string, of: string, count: number | string][] = [
    ['from', '', statistics.from],
    ['to', '', statistics.to],
    ['contacts', '', statistics.contacts],
    ...statistics.days.flatMap(({ day, contacts, desk, closed }): typeof rows => [
      ['contacts-by-day', day, contacts],
      ['desk-by-day', day, desk],
      ['closed-by-day', day, closed],
    ]),
    ...statistics.hours.map((count, hour): (typeof rows)[number] => ['contacts-by-hour', String(hour), count]),
    ...shares('language', statistics.languages),
    ...shares('place', statistics.places),
    ...shares('kind', statistics.kinds),
    ...shares('outcome', statistics.outcomes),
    ...shares('record', statistics.records),
    ...shares('desk', statistics.desk),
    ...shares('abandoned', statistics.abandoned),
    ['opt-outs', '', statistics.optOuts],
    ...shares('not-delivered', statistics.failures),
    ...waits('seconds-to-first-answer', statistics.firstAnswer),
    ...waits('seconds-to-a-human', statistics.toHuman),
    ...waits('seconds-to-a-reply', statistics.toReply),
  ];
  const cells = [['what', 'of', 'count'], ...rows].map((row) => row.map((cell) => toSafeCell(String(cell))));
  return stringify(cells, { record_delimiter: 'windows' });
}

function shares(what: string, list: readonly Share[]): [string, string, number][] {
  return list.map(({ code, count }) => [what, code, count]);
}

function waits(what: string, { count, median, p90 }: Waits): [string, string, number][] {
  return [
    [what, 'counted', count],
    ...(median === undefined ? [] : [[what, 'median', round(median)] as [string, string, number]]),
    ...(p90 === undefined ? [] : [[what, 'p90', round(p90)] as [string, string, number]]),
  ];
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
