import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '../../../src/adapters/redis/connect.ts';
import { startTimeOf } from '../../../src/adapters/redis/process-table.ts';
import { checkSettings } from '../../../src/adapters/redis/safe-settings.ts';

const PROGRAM = fileURLToPath(new URL('../../support/private-server-process.ts', import.meta.url));

interface Said {
  ready?: string;
  pid?: number;
  refused?: string;
  code?: string;
  event?: string;
  heard?: string;
  done?: string;
}

/** A line in a process of its own. */
class Line {
  readonly process: ChildProcess;
  readonly said: Said[] = [];
  readonly #exit: Promise<unknown>;
  readonly #waiting = new Set<() => void>();

  constructor(dir: string, name = 'data', env: Record<string, string> = {}) {
    this.process = spawn(process.execPath, [PROGRAM, JSON.stringify({ name, dir })], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    this.#exit = once(this.process, 'exit');
    createInterface({ input: this.process.stdout ?? process.stdin }).on('line', (line) => {
      this.said.push(JSON.parse(line));
      for (const wake of this.#waiting) wake();
    });
    lines.push(this);
  }

  /** The first saying, new or old, that has this field. */
  async says<Field extends keyof Said>(field: Field): Promise<Required<Pick<Said, Field>> & Said> {
    for (;;) {
      const said = this.said.find((each) => each[field] !== undefined);
      if (said !== undefined) return said as Required<Pick<Said, Field>> & Said;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  tell(word: string): void {
    this.process.stdin?.write(word);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.process.kill(signal);
    await this.#exit;
  }

  async ended(): Promise<void> {
    await this.#exit;
  }
}

const lines: Line[] = [];
const clients: Connection[] = [];
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-data-'));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const line of lines.splice(0)) {
    if (line.process.exitCode === null && line.process.signalCode === null) {
      line.process.stdin?.end();
      await line.ended();
    }
    for (const { pid } of line.said)
      if (pid !== undefined && startTimeOf(pid) !== undefined) process.kill(pid, 'SIGKILL');
  }
  rmSync(dir, { recursive: true, force: true });
});

function client(socketPath: string): Connection {
  const redis = connect({ socketPath }, 'work');
  clients.push(redis);
  return redis;
}

async function gone(pid: number | undefined): Promise<void> {
  while (pid !== undefined && startTimeOf(pid) !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a private server', () => {
  it('keeps all that it acknowledges, in folders that only its user can enter', async () => {
    const { ready } = await new Line(dir).says('ready');
    expect(await checkSettings(client(ready))).toEqual([]);
    const folder = path.join(dir, 'data');
    expect(ready).toBe(path.join(folder, 'redis.sock'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(ready).mode & 0o777).toBe(0o700);
    expect(await client(ready).config('GET', 'port')).toEqual(['port', '0']);
  });

  it('stands beside another one for the keys', async () => {
    const [data, keys] = [new Line(dir, 'data'), new Line(dir, 'keys')];
    expect((await data.says('ready')).ready).not.toBe((await keys.says('ready')).ready);
  });

  it('is started again with its data when it is killed', async () => {
    const line = new Line(dir);
    const { ready, pid } = await line.says('ready');
    const redis = client(ready);
    await redis.set('a', 'kept');
    process.kill(pid ?? 0, 'SIGKILL');
    await gone(pid);
    expect(await redis.get('a')).toBe('kept');
    await redis.set('b', 'written');
    expect(line.said.map(({ event }) => event).filter(Boolean)).toEqual(['died', 'restarted']);
  });

  it('ends when it is stopped, and gives its folder back', async () => {
    const line = new Line(dir);
    const { ready, pid } = await line.says('ready');
    line.tell('stop');
    await line.says('done');
    expect(startTimeOf(pid ?? 0)).toBeUndefined();
    expect(existsSync(ready)).toBe(false);
    expect(readdirSync(path.join(dir, 'data')).sort()).toEqual(['appendonlydir', 'redis.log']);
    await new Line(dir).says('ready');
  });
});

describe('the end of a line that has a private server', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s ends the server', async (signal) => {
    const line = new Line(dir);
    const { pid } = await line.says('ready');
    await line.end(signal);
    expect(line.process.signalCode).toBe(signal);
    await gone(pid);
  });

  it('by an uncaught exception ends the server', async () => {
    const line = new Line(dir);
    const { pid } = await line.says('ready');
    line.tell('throw');
    await line.ended();
    expect(line.process.exitCode).toBe(1);
    await gone(pid);
  });

  it('by process.exit ends the server', async () => {
    const line = new Line(dir);
    const { pid } = await line.says('ready');
    line.process.stdin?.end();
    await line.ended();
    await gone(pid);
  });

  it('waits for whoever listens to the signal, and keeps the server for the drain', async () => {
    const line = new Line(dir);
    const { ready } = await line.says('ready');
    line.tell('listen');
    await line.says('done');
    line.process.kill('SIGTERM');
    await line.says('heard');
    expect(await client(ready).ping()).toBe('PONG');
  });

  it('by SIGKILL leaves a server, which the next line ends before it takes its data over', async () => {
    const first = new Line(dir);
    const before = await first.says('ready');
    await client(before.ready).set('a', 'kept');
    await first.end('SIGKILL');
    expect(startTimeOf(before.pid ?? 0)).toBeDefined();
    const second = new Line(dir);
    const after = await second.says('ready');
    expect(second.said[0]).toEqual({ event: 'stale-server-ended' });
    expect(startTimeOf(before.pid ?? 0)).toBeUndefined();
    expect(after.pid).not.toBe(before.pid);
    expect(await client(after.ready).get('a')).toBe('kept');
  });
});

describe('a second start on a DATA_DIR', () => {
  it('is refused while the first line lives, and says by whom', async () => {
    const first = new Line(dir);
    const { pid } = await first.says('ready');
    const second = new Line(dir);
    const { refused, code } = await second.says('refused');
    expect(code).toBe('config-invalid');
    expect(refused).toContain('DATA_DIR');
    expect(refused).toContain(`in use by process ${first.process.pid}`);
    await second.ended();
    expect(startTimeOf(pid ?? 0)).toBeDefined();
  });

  it('lets exactly one of several at once through', async () => {
    writeLock(dir, '1 0\n');
    const all = Array.from({ length: 4 }, () => new Line(dir));
    await Promise.all(all.map((line) => Promise.race([line.says('ready'), line.says('refused')])));
    expect(all.filter((line) => line.said.some(({ ready }) => ready !== undefined))).toHaveLength(1);
  });

  it.each([
    ['a dead process', () => '999999999 1\n'],
    ['another process with the same pid', () => `${process.pid} 1\n`],
    ['nobody', () => ''],
  ])('does not mind a lock left by %s', async (_whose, content) => {
    writeLock(dir, content());
    await new Line(dir).says('ready');
  });

  it('leaves a foreign process alone that a stale pid file names', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeLock(dir, '999999999 1\n');
    writeFileSync(path.join(dir, 'data', 'redis.pid'), `${stranger.pid}\n`);
    const line = new Line(dir);
    await line.says('ready');
    expect(startTimeOf(stranger.pid ?? 0)).toBeDefined();
    stranger.kill();
  });
});

describe('a DATA_DIR', () => {
  it('may be deeper than a socket may lie', async () => {
    const deep = path.join(dir, 'x'.repeat(60), 'y'.repeat(60));
    const line = new Line(deep);
    const { ready } = await line.says('ready');
    expect(Buffer.byteLength(ready)).toBeLessThan(108);
    expect(statSync(path.dirname(ready)).mode & 0o777).toBe(0o700);
    await client(ready).set('a', 'kept');
    line.tell('stop');
    await line.says('done');
    expect(existsSync(path.dirname(ready))).toBe(false);
    expect(existsSync(path.join(deep, 'data', 'appendonlydir'))).toBe(true);
  });

  it('that cannot be made is named', async () => {
    writeFileSync(path.join(dir, 'file'), '');
    const { refused, code } = await new Line(path.join(dir, 'file')).says('refused');
    expect({ refused, code }).toMatchObject({ code: 'config-invalid', refused: expect.stringContaining('DATA_DIR') });
  });

  it('with a ruined file is told by what Redis says of it', async () => {
    const line = new Line(dir);
    await client((await line.says('ready')).ready).set('a', 'kept');
    await line.end('SIGTERM');
    const files = path.join(dir, 'data', 'appendonlydir');
    for (const file of readdirSync(files)) writeFileSync(path.join(files, file), 'ruin');
    const { refused, code } = await new Line(dir).says('refused');
    expect(code).toBe('store-unavailable');
    expect(refused).toContain('AOF');
  });

  it('is not touched where redis-server is missing', async () => {
    const { refused, code } = await new Line(dir, 'data', { PATH: '/nowhere' }).says('refused');
    expect({ refused, code }).toMatchObject({ code: 'config-invalid', refused: expect.stringContaining('apt-get') });
  });
});

function writeLock(dataDir: string, content: string): void {
  mkdirSync(path.join(dataDir, 'data'));
  writeFileSync(path.join(dataDir, 'data', 'line.lock'), content);
}
