import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

describe('set-up', () => {
  let root: string;
  let bin: string;
  const lock = () => join(root, '.set-up.lock');

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lantern-set-up-'));
    bin = join(root, 'bin');
    for (const folder of ['scripts', 'bin', 'node_modules/.bin']) await mkdir(join(root, folder), { recursive: true });
    await copyFile('scripts/set-up.cjs', join(root, 'scripts/set-up.cjs'));
    await writeFile(join(root, 'package-lock.json'), '{ "packages": { "": {} } }');
    await writeFile(join(root, 'node_modules/.package-lock.json'), '{ "packages": {} }');
    await symlink(process.execPath, join(root, 'node_modules/.bin/node'));
    for (const tool of ['sh', 'chmod']) await symlink(`/bin/${tool}`, join(bin, tool));
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  async function program(name: string, script: string): Promise<void> {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }

  /** The one package manager that set-up never runs as root, so that a test may stand in for it. */
  const brewThatInstallsRedis = () =>
    program(
      'brew',
      `echo noise; echo noise >&2; : > ${bin}/redis-server; chmod +x ${bin}/redis-server; : > ${root}/brewed`,
    );

  function start(...args: string[]): ChildProcess {
    return spawn(process.execPath, [join(root, 'scripts/set-up.cjs'), ...args], { env: { PATH: bin } });
  }

  async function ended(child: ChildProcess) {
    const [stdout, stderr] = await Promise.all([
      text(child.stdout as NodeJS.ReadableStream),
      text(child.stderr as NodeJS.ReadableStream),
      once(child, 'exit'),
    ]);
    return { code: child.exitCode, stdout, stderr };
  }

  it('says nothing when there is nothing to do', async () => {
    await program('redis-server', '');
    expect(await ended(start())).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await ended(start())).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(lock())).toBe(false);
  });

  it('says in one line what it installed', async () => {
    await brewThatInstallsRedis();
    const { code, stdout, stderr } = await ended(start());
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^lantern: installed redis-server in \d+ s\.\n$/);
  });

  it('looks for a browser only when asked', async () => {
    await program('redis-server', '');
    expect(await ended(start())).toMatchObject({ code: 0, stderr: '' });
    const asked = await ended(start('--browser'));
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain('Install Chromium.');
  });

  it('says what to run where it cannot install', async () => {
    const without = await ended(start());
    expect(without).toMatchObject({ code: 1, stdout: '' });
    expect(without.stderr).toContain('Install redis-server.');
    await program('brew', 'echo the cause; exit 3');
    const failing = await ended(start());
    expect(failing).toMatchObject({ code: 1, stdout: '' });
    expect(failing.stderr).toContain('the cause');
    expect(failing.stderr).toContain('Run: brew install redis');
    expect(existsSync(lock())).toBe(false);
  });

  it('waits for another set-up, and then finds nothing left to do', async () => {
    await brewThatInstallsRedis();
    await writeFile(lock(), String(process.pid));
    const child = start();
    const result = ended(child);
    while (!readdirSync(root).includes(`.set-up.lock.${child.pid}`)) await pause(5);
    await program('redis-server', '');
    await unlink(lock());
    expect(await result).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(join(root, 'brewed'))).toBe(false);
  });

  it('breaks the lock of a set-up that died', async () => {
    await brewThatInstallsRedis();
    const dead = spawn(process.execPath, ['-v'], { stdio: 'ignore' });
    await once(dead, 'exit');
    await writeFile(lock(), String(dead.pid));
    expect(await ended(start())).toMatchObject({ code: 0 });
    expect(readdirSync(root).filter((name) => name.startsWith('.set-up'))).toEqual([]);
  });
});

describe('the lockfile', () => {
  type Locked = { optionalDependencies?: Record<string, string>; resolved?: string };
  const packages: Record<string, Locked> = JSON.parse(readFileSync(resolve('package-lock.json'), 'utf8')).packages;

  it('holds every platform of every package, or npm ci refuses it', () => {
    const names = new Set(Object.keys(packages).map((place) => place.split('node_modules/').pop()));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.keys(packages).filter((place) => packages[place]?.resolved !== undefined)).toEqual([]);
  });
});
