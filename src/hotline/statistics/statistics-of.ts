import { PRIORITIES } from '../../conversation/priority.ts';
import { KINDS_OF_CONTACT, OUTCOMES } from '../desk/desk-view.ts';
import { poolSmall } from './pool-small.ts';
import { waitsOf } from './spans.ts';
import type { Counts } from './statistics-ports.ts';
import type { Share, Statistics } from './statistics-view.ts';

/** What days' counters come to, together. */
export function statisticsOf(days: readonly { day: string; counts: Counts }[]): Statistics {
  const all: Counts = {};
  for (const { counts } of days)
    for (const [name, count] of Object.entries(counts)) all[name] = (all[name] ?? 0) + count;
  const closes = under(all, 'close').map(({ code, count }) => {
    const [kind = '', outcome = ''] = code.split('.');
    return { kind, outcome, count };
  });
  const of = (what: 'kind' | 'outcome', codes: readonly string[]): Share[] =>
    codes.map((code) => ({ code, count: sum(closes.filter((close) => close[what] === code)) }));
  const listed = (name: string, codes: readonly string[]): Share[] =>
    codes.map((code) => ({ code, count: all[`${name}.${code}`] ?? 0 }));

  return {
    from: days[0]?.day ?? '',
    to: days.at(-1)?.day ?? '',
    contacts: all.new ?? 0,
    days: days.map(({ day, counts }) => ({
      day,
      contacts: counts.new ?? 0,
      desk: sum(under(counts, 'desk')),
      closed: sum(under(counts, 'close')),
    })),
    hours: Array.from({ length: 24 }, (_, hour) => all[`hour.${hour}`] ?? 0),
    languages: poolSmall(under(all, 'language')),
    places: poolSmall(under(all, 'place')),
    kinds: of('kind', KINDS_OF_CONTACT),
    outcomes: of('outcome', OUTCOMES),
    records: under(all, 'record').sort((a, b) => b.count - a.count),
    desk: listed('desk', PRIORITIES),
    abandoned: listed('gone', ['silent', 'stop']),
    optOuts: all.stop ?? 0,
    failures: listed('lost', ['undelivered', 'failed', 'expired']),
    firstAnswer: waitsOf(all, 'first'),
    toHuman: waitsOf(all, 'human'),
    toReply: waitsOf(all, 'reply'),
  };
}

/** The counters that begin with a name and a dot, by what stands behind it. */
export function under(counts: Counts, name: string): Share[] {
  return Object.entries(counts)
    .filter(([counter]) => counter.startsWith(`${name}.`))
    .map(([counter, count]) => ({ code: counter.slice(name.length + 1), count }));
}

function sum(shares: readonly { count: number }[]): number {
  return shares.reduce((total, { count }) => total + count, 0);
}
