import type { ComparedRow } from './compare-rows.ts';
import type { Crowd } from './measure-crowds.ts';
import type { MeasuredDesk, Rung } from './measure-desk.ts';
import type { MeasuredUnderstanding } from './measure-understanding.ts';
import type { Measured } from './measured.ts';
import type { Spread } from './spread.ts';

/** The figures for a reader. */
export function showFigures({ rows, crowds, desk, understanding }: Measured): string {
  const head = ['', 'appendfsync', 'texts/s', 'to (b)', 'CPU ms', 'answer ms 50/95/99 %', 'reply ms 50/95/99 %'];
  const lines = rows.map((row) => [
    `(${row.row}) ${row.name}`,
    row.appendfsync ?? '',
    String(row.textsPerSecond),
    row.ratio.toFixed(2),
    row.cpuMs.toFixed(2),
    spread(row.answerMs),
    row.replyMs ? spread(row.replyMs) : '',
  ]);
  const paths = rows.flatMap((row) => (row.redisPerText ? [pathLine(row, row.redisPerText)] : []));
  const { few, many, manyToFew } = crowds;
  const open = [crowdLine(few), crowdLine(many), `many to few: ${manyToFew}`];
  const parts = [...paths, ...open, ...deskLines(desk), ...understandingLines(understanding)];
  return [...table([head, ...lines]), '', ...parts].join('\n');
}

function deskLines({ streams, quiet, noisy, bare, toBare, ended }: MeasuredDesk): string[] {
  const line = (name: string, { ringMs, red, noisePerSecond }: Rung) =>
    `${name}: ${spread(ringMs)} (${red} red texts, ${noisePerSecond} others a second)`;
  return [
    `ms until somebody in danger rings on ${streams} streams, of which ${ended} ended, 50/95/99 %`,
    line('  the line, quiet', quiet),
    line('  the line, under noise', noisy),
    line('  a server that only passes it on', bare),
    `  the line to that, p99: ${toBare}`,
  ];
}

function understandingLines(measured: MeasuredUnderstanding): string[] {
  const { texts, readMs, understandMs, longMs, longToTenth } = measured;
  return [
    `ms to understand one of ${texts} texts, the quickest of its rounds, 50/95/99 %`,
    `  danger, opt-out and language: ${spread(readMs)}`,
    `  and questions, place and services: ${spread(understandMs)}`,
    `  50,000 characters: ${longMs}, ${longToTenth} times as long as 5,000`,
  ];
}

function pathLine(row: ComparedRow, { path, callbacks, looks }: NonNullable<ComparedRow['redisPerText']>): string {
  const trips = `${path} Redis round trips a text (callbacks ${callbacks}, looks ${looks})`;
  const bytes = `${row.bytesPerConversation ?? '?'} bytes a conversation`;
  return `(${row.row}) ${row.appendfsync}: ${trips}, ${bytes}, ${row.offScript} replies off script`;
}

function crowdLine({ conversations, filledPerSecond, textsPerSecond, replyMs }: Crowd): string {
  const filled = `filled at ${filledPerSecond}/s`;
  return `${conversations} conversations open (${filled}): ${textsPerSecond} texts/s, reply ms ${replyMs ? spread(replyMs) : ''}`;
}

function spread({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ');
}

function table(lines: string[][]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
