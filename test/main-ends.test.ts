import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RealLine, startRealLine } from './support/real-line.ts';
import { until } from './support/until.ts';

const FROM = '+15555550100';
const OTHER = '+15555550101';

describe('a line on private servers', () => {
  let dir: string;
  let real: RealLine;

  beforeEach(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-private-'));
    const env = { DATA_DIR: dir, REDIS_URL: '', KEYSTORE_URL: '' };
    // Nobody moves the clock here: a line that gave up on a slow POST would wait for proof of it in real time.
    real = await startRealLine({ env, leaseMs: 10_000, postTimeoutMs: 8_000 });
  });
  afterEach(async () => {
    // Its servers end with a line that is told to; one that is killed leaves them to the next start.
    await Promise.all(real.lines.map((line) => line.stop()));
    await real.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const said = (from: string) => real.emulator.ledger.sentTo(from).map(({ body }) => body);
  const talk = async (from: string, body: string) => {
    const before = said(from).length;
    await real.emulator.text({ from, body });
    await real.emulator.ledger.until(() => said(from).length > before);
  };
  const serverPids = () =>
    ['data', 'keys'].map((name) => Number(readFileSync(path.join(dir, name, 'redis.pid'), 'utf8')));

  it('SIGTERM ends its servers too', async () => {
    await talk(FROM, 'hello');
    const pids = serverPids();
    expect(pids.map(isThere)).toEqual([true, true]);
    expect(await real.lines[0]?.stop()).toBe(0);
    expect(pids.map(isThere)).toEqual([false, false]);
  });

  it('SIGKILL: the next start on the same DATA_DIR goes on with the same conversation', async () => {
    const texts = ['hello', '2', 'hello'];
    for (const body of texts) await talk(OTHER, body);
    await talk(FROM, 'hello');
    await talk(FROM, '2');
    await until('nothing is in hand', () =>
      real.emulator.ledger.sentTo(FROM).every(({ callbacks }) => callbacks.length === 2),
    );
    const orphans = serverPids();
    await real.lines[0]?.kill();
    await real.start();
    await until('the servers that were left behind have ended', () => !orphans.some(isThere));
    await talk(FROM, 'hello');
    expect(said(FROM)).toEqual(said(OTHER));
    expect(said(FROM)[2]).not.toBe(said(FROM)[0]);
  });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
