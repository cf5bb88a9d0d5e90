import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { createMemoryTallies } from '../../../src/adapters/memory/tallies.ts';
import type { Counts } from '../../../src/hotline/ports.ts';
import { localTime } from '../../../src/hotline/statistics/local-time.ts';
import { FEWEST, poolSmall } from '../../../src/hotline/statistics/pool-small.ts';
import { createReadStatistics } from '../../../src/hotline/statistics/read-statistics.ts';
import { spanOf, waitsOf } from '../../../src/hotline/statistics/spans.ts';
import { statisticsCsv } from '../../../src/hotline/statistics/statistics-csv.ts';
import { statisticsOf } from '../../../src/hotline/statistics/statistics-of.ts';

const SECOND = 1_000;

describe('the line’s own clocks', () => {
  it('tell day and hour over midnight and summer time', () => {
    const at = Date.parse('2026-03-09T03:30:00Z');
    expect(localTime(at)).toEqual({ day: '2026-03-09', hour: 3 });
    expect(localTime(at, 'America/New_York')).toEqual({ day: '2026-03-08', hour: 23 });
    expect(localTime(Date.parse('2026-03-08T05:30:00Z'), 'America/New_York')).toEqual({ day: '2026-03-08', hour: 0 });
  });
});

describe('waits', () => {
  const counts = (...ms: number[]) => {
    const found: Record<string, number> = {};
    for (const each of ms) found[`human.${spanOf(each)}`] = (found[`human.${spanOf(each)}`] ?? 0) + 1;
    return found;
  };

  it('are told as median and p90, each within the span that it lies in', () => {
    const nine = Array.from({ length: 9 }, () => 14 * SECOND);
    const waits = waitsOf(counts(...nine, 500 * SECOND), 'human');
    expect(waits.count).toBe(10);
    expect(waits.median).toBeGreaterThan(10);
    expect(waits.median).toBeLessThanOrEqual(15);
    expect(waits.p90).toBeLessThanOrEqual(15);
    expect(waitsOf(counts(14 * SECOND, 500 * SECOND), 'human').p90).toBeGreaterThan(420);
  });

  it('are told of none as none, and of the longest as a day', () => {
    expect(waitsOf({}, 'human')).toEqual({ count: 0 });
    expect(waitsOf(counts(99 * 86_400 * SECOND), 'human').median).toBeLessThanOrEqual(86_400);
  });
});

describe('small groups', () => {
  it('are one, so that nobody can be told by them', () => {
    const shares = [
      { code: 'CA', count: 9 },
      { code: 'TX', count: 3 },
      { code: 'VT', count: 2 },
    ];
    expect(poolSmall(shares)).toEqual([
      { code: 'CA', count: 9 },
      { code: 'other', count: 5 },
    ]);
  });

  it('take a larger one along where the rest alone would tell them', () => {
    const shares = [
      { code: 'CA', count: 9 },
      { code: 'TX', count: 7 },
      { code: 'VT', count: 1 },
    ];
    expect(poolSmall(shares)).toEqual([
      { code: 'CA', count: 9 },
      { code: 'other', count: 8 },
    ]);
  });

  it('never show a group of fewer unless there is no other, and lose nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
        const pooled = poolSmall(counts.map((count, at) => ({ code: `s${at}`, count })));
        const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
        expect(sum(pooled.map(({ count }) => count))).toBe(sum(counts));
        if (pooled.length > 1) expect(pooled.every(({ count }) => count >= FEWEST)).toBe(true);
        else expect(pooled.every(({ count, code }) => count >= FEWEST || code === 'other')).toBe(true);
      }),
    );
  });
});

const DAYS: { day: string; counts: Counts }[] = [
  { day: '2026-11-22', counts: { new: 6, 'hour.3': 6, 'language.en': 6, 'desk.red': 1, 'close.tip.recorded': 1 } },
  {
    day: '2026-11-23',
    counts: { new: 2, 'hour.3': 1, 'hour.23': 1, 'language.es': 2, 'close.tip.helped': 2, stop: 1 },
  },
];

describe('statistics', () => {
  it('add days up, and keep each day', () => {
    const all = statisticsOf(DAYS);
    expect(all).toMatchObject({ from: '2026-11-22', to: '2026-11-23', contacts: 8, optOuts: 1 });
    expect(all.days).toEqual([
      { day: '2026-11-22', contacts: 6, desk: 1, closed: 1 },
      { day: '2026-11-23', contacts: 2, desk: 0, closed: 2 },
    ]);
    expect([all.hours[3], all.hours[23], all.hours.length]).toEqual([7, 1, 24]);
    expect(all.kinds.find(({ code }) => code === 'tip')).toEqual({ code: 'tip', count: 3 });
    expect(all.outcomes.find(({ code }) => code === 'helped')).toEqual({ code: 'helped', count: 2 });
    expect(all.languages).toEqual([{ code: 'other', count: 8 }]);
  });

  it('say nothing of any advocate', () => {
    const counts = { new: 1, 'hard.account-ana': 3 };
    const all = statisticsOf([{ day: '2026-11-23', counts }]);
    expect(JSON.stringify(all) + statisticsCsv(all)).not.toContain('ana');
  });

  it('are read for at most a year of days that are on a calendar', async () => {
    const tallies = createMemoryTallies();
    const clock = { now: () => Date.parse('2026-11-24T02:00:00Z') };
    const read = createReadStatistics({ clock, tallies, timeZone: () => 'America/New_York' });
    for (const [n, { day, counts }] of DAYS.entries()) await tallies.add({ once: String(n), day, counts });
    await tallies.add({ once: 'hard', day: '2026-11-17', counts: { 'hard.ana': 1 } });
    await tallies.add({ once: 'long ago', day: '2026-11-16', counts: { 'hard.ana': 1 } });
    expect(await read.over()).toMatchObject({ from: '2026-10-27', to: '2026-11-23', contacts: 8 });
    expect(await read.over({ from: '2026-11-01', to: '2026-11-23' })).toMatchObject({ contacts: 8 });
    expect(await read.over({ days: 1 })).toMatchObject({ from: '2026-11-23', to: '2026-11-23', contacts: 2 });
    expect(await read.over({ days: 0 })).toBe('bad-range');
    expect(await read.hard()).toEqual(new Map([['ana', 1]]));
    for (const [from, to] of [
      ['2026-11-23', '2026-11-22'],
      ['2026-02-30', '2026-03-01'],
      ['2024-01-01', '2026-01-01'],
      ['x', ''],
      ['2026-11-23', '2026-11-23T00:00'],
    ] as const) {
      expect(await read.over({ from, to })).toBe('bad-range');
    }
  });
});

describe('the CSV', () => {
  it('holds every number, one a row', () => {
    const rows: string[][] = parse(statisticsCsv(statisticsOf(DAYS)));
    expect(rows[0]).toEqual(['what', 'of', 'count']);
    expect(rows).toContainEqual(['contacts', '', '8']);
    expect(rows).toContainEqual(['kind', 'tip', '3']);
    expect(rows).toContainEqual(['contacts-by-hour', '23', '1']);
    expect(rows.every(({ length }) => length === 3)).toBe(true);
  });

  it('runs nothing in a spreadsheet, whatever a counter was called', () => {
    const risky = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', 'a,"b\n=1'];
    const counts = Object.fromEntries(risky.map((name) => [`record.${name}`, 9]));
    const rows: string[][] = parse(statisticsCsv(statisticsOf([{ day: '2026-11-23', counts }])));
    const cells = rows.flat();
    expect(cells.filter((cell) => /^[=+@\t\r]|^-\D/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^-\d/.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
    expect(rows.filter(([what]) => what === 'record')).toHaveLength(risky.length);
  });
});
