import path from 'node:path';
import { type Measured, openRow } from './open-row.ts';
import type { OutsideCalls } from './outside.ts';
import type { Remote } from './remote.ts';
import { ROWS, type Row } from './rows.ts';
import { median, rounded, type Spread } from './spread.ts';

export interface ComparedRow extends Omit<Row, 'kind'> {
  textsPerSecond: number;
  cpuMs: number;
  /** To (b) with the same appendfsync: the middle of the rounds' own ratios, since what disturbs a round disturbs both. */
  ratio: number;
  answerMs: Spread;
  /** Of the whole path only, from here on. */
  replyMs?: Spread;
  offScript?: number;
  redisPerText?: Measured['redis'];
  bytesPerConversation?: number;
}

const WARM_UP_SHARE = 0.5;

/** Measures every row in turn, round after round, since a machine's speed drifts. */
export async function compareRows(given: {
  dir: string;
  outside: Remote<OutsideCalls>;
  apiBase: string;
  seconds: number;
  rounds: number;
}): Promise<ComparedRow[]> {
  const opening = ROWS.map((row, n) => openRow(row, { ...given, dir: path.join(given.dir, `${n}`) }));
  const open = await Promise.all(opening);
  try {
    for (const row of open) await row.measure(given.seconds * WARM_UP_SHARE);
    const measured: Measured[][] = ROWS.map(() => []);
    for (let round = 0; round < given.rounds; round++) {
      for (const [n, row] of open.entries()) measured[n]?.push(await row.measure(given.seconds));
    }
    const bytes = await Promise.all(open.map((row, n) => (ROWS[n]?.kind === 'line' ? row.bytes() : undefined)));
    return ROWS.map((row, n) => summary(row, measured[n] ?? [], base(row, measured), bytes[n]));
  } finally {
    await Promise.all(open.map((row) => row.close()));
  }
}

/** The rounds of (b) with the same appendfsync; (a), which stores nothing, is held against the faster (b). */
function base({ appendfsync = 'everysec' }: Row, measured: Measured[][]): Measured[] {
  return measured[ROWS.findIndex((row) => row.row === 'b' && row.appendfsync === appendfsync)] ?? [];
}

function summary(
  { row, name, appendfsync }: Row,
  rounds: Measured[],
  base: Measured[],
  bytesPerConversation: number | undefined,
): ComparedRow {
  const spread = (of: (measured: Measured) => Spread | undefined): Spread => ({
    p50: median(rounds.map((one) => of(one)?.p50 ?? 0)),
    p95: median(rounds.map((one) => of(one)?.p95 ?? 0)),
    p99: median(rounds.map((one) => of(one)?.p99 ?? 0)),
  });
  const redis = (part: 'path' | 'callbacks' | 'looks') => rounded(median(rounds.map((one) => one.redis?.[part] ?? 0)));
  const common = {
    row,
    name,
    appendfsync,
    textsPerSecond: Math.round(median(rounds.map((one) => one.textsPerSecond))),
    ratio: rounded(median(rounds.map((one, n) => one.textsPerSecond / (base[n]?.textsPerSecond ?? 0)))),
    cpuMs: rounded(median(rounds.map((one) => one.cpuMs))),
    answerMs: spread((one) => one.answerMs),
  };
  if (row !== 'd') return common;
  return {
    ...common,
    replyMs: spread((one) => one.replyMs),
    offScript: rounds.reduce((sum, one) => sum + (one.offScript ?? 0), 0),
    redisPerText: {
      path: redis('path'),
      callbacks: redis('callbacks'),
      looks: redis('looks'),
      byName: rounds.at(-1)?.redis?.byName ?? {},
    },
    bytesPerConversation,
  };
}
