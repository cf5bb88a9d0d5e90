import type { Clock } from '../ports.ts';
import { localTime } from './local-time.ts';
import { statisticsOf, under } from './statistics-of.ts';
import type { Tallies } from './statistics-ports.ts';
import type { Statistics } from './statistics-view.ts';

/** A leap year: nobody reads more days at once. */
const MOST_DAYS = 366;
/** What is read when nobody says what. */
const USUAL_DAYS = 28;
const DAY_MS = 86_400_000;
/** How far back hard conversations are counted, today included. */
const HARD_DAYS = 7;

/** Whole days, both ends included, as 2026-11-23; to today, and over four weeks, unless they are named. */
export interface Span {
  from?: string | undefined;
  to?: string | undefined;
  /** How many days up to the last; only where the first is not named. */
  days?: number;
}

export interface ReadStatistics {
  /** `bad-range` for what is no stretch of at most a year. */
  over(span?: Span): Promise<Statistics | 'bad-range'>;
  /** By account: conversations of the last seven days that whoever closed them called hard. */
  hard(): Promise<Map<string, number>>;
}

/** `timeZone` is the zone whose calendar the line's days follow. */
export function createReadStatistics(deps: {
  clock: Clock;
  tallies: Tallies;
  timeZone: () => string | undefined;
}): ReadStatistics {
  const { clock, tallies } = deps;
  const today = () => localTime(clock.now(), deps.timeZone()).day;
  return {
    async over({ from, to = today(), days: many = USUAL_DAYS } = {}) {
      const days = daysBetween(from, to, many);
      if (days === undefined) return 'bad-range';
      const counts = await tallies.of(days);
      return statisticsOf(days.map((day, at) => ({ day, counts: counts[at] ?? {} })));
    },

    async hard() {
      const last = Date.parse(today());
      const days = Array.from({ length: HARD_DAYS }, (_, ago) => dayOf(last - ago * DAY_MS));
      const found = new Map<string, number>();
      for (const counts of await tallies.of(days)) {
        for (const { code, count } of under(counts, 'hard')) found.set(code, (found.get(code) ?? 0) + count);
      }
      return found;
    },
  };
}

function daysBetween(from: string | undefined, to: string, many: number): string[] | undefined {
  const last = startOf(to);
  const first = from === undefined && last !== undefined ? last - (many - 1) * DAY_MS : startOf(from);
  if (first === undefined || last === undefined || last < first || last - first >= MOST_DAYS * DAY_MS) return undefined;
  return Array.from({ length: (last - first) / DAY_MS + 1 }, (_, at) => dayOf(first + at * DAY_MS));
}

/** Undefined for a day that is on no calendar. */
function startOf(day = ''): number | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(at) || dayOf(at) !== day ? undefined : at;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
