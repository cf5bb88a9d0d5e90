import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);

describe('the benchmark', () => {
  it('measures every row, and says all figures in one line of JSON at the end', async () => {
    const args = ['scripts/bench.ts', '--seconds', '0.2', '--rounds', '1', '--conversations', '50'];
    const small = ['--streams', '5', '--noise', '20', '--texts', '40'];
    const { stdout } = await run(process.execPath, [...args, ...small]);
    const lines = stdout.trimEnd().split('\n');
    const { rows, crowds, desk, understanding, aims } = JSON.parse(lines.at(-1) ?? '');

    const sync = ['always', 'everysec'];
    expect(rows.map(({ row, appendfsync }: Record<string, string>) => [row, appendfsync])).toEqual([
      ['a', undefined],
      ...['b', 'c', 'd'].flatMap((row) => sync.map((one) => [row, one])),
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ textsPerSecond: expect.any(Number), ratio: expect.any(Number) });
      expect(Object.keys(row.answerMs)).toEqual(['p50', 'p95', 'p99']);
      expect(lines.some((line) => line.startsWith(`(${row.row})`))).toBe(true);
    }
    for (const path of rows.filter(({ row }: { row: string }) => row === 'd')) {
      expect(Object.keys(path.replyMs)).toEqual(['p50', 'p95', 'p99']);
      expect(path.offScript).toBe(0);
      expect(path.redisPerText.path).toBeGreaterThan(2);
      expect(path.redisPerText.callbacks).toBeGreaterThan(0);
    }
    expect([crowds.few.conversations, crowds.many.conversations]).toEqual([1, 50]);
    expect(desk).toMatchObject({ streams: 5, ended: 0, toBare: expect.any(Number) });
    for (const rung of [desk.quiet, desk.noisy, desk.bare]) {
      expect(Object.keys(rung.ringMs)).toEqual(['p50', 'p95', 'p99']);
      expect(rung.red).toBeGreaterThan(0);
    }
    expect(desk.noisy.noisePerSecond).toBeGreaterThan(0);
    for (const spread of [understanding.readMs, understanding.understandMs]) {
      expect(Object.keys(spread)).toEqual(['p50', 'p95', 'p99']);
      expect(spread.p99).toBeGreaterThan(0);
    }
    expect(understanding).toMatchObject({ texts: 40, longToTenth: expect.any(Number) });
    expect(aims).toHaveLength(8);
  });

  it('refuses what is no number', async () => {
    const bad = run(process.execPath, ['scripts/bench.ts', '--seconds', 'soon']);
    await expect(bad).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('usage:') });
  });
});
