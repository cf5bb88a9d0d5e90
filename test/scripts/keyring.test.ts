import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newKeyring, parseKeyring } from '../../src/hotline/keyring.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'lantern-keyring-'));
let count = 0;
let file: string;

function keyring(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/keyring.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const mode = (of: string) => statSync(of).mode & 0o777;

describe('npm run keyring', () => {
  beforeEach(() => {
    count += 1;
    file = path.join(folder, `keyring-${count}.json`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('new makes a keyring that its owner alone may read, and shows no secret', () => {
    const { status, stdout, stderr } = keyring('new', file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const parsed = parseKeyring(readFileSync(file, 'utf8'));
    expect(parsed.ok).toBe(true);
    expect(mode(file)).toBe(0o600);
    if (parsed.ok) expect(stdout).not.toContain(parsed.keyring.routing);
  });

  it('new never overwrites, not even an empty file or what a link points to', () => {
    writeFileSync(file, '');
    expect(keyring('new', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('never overwritten') });
    expect(readFileSync(file, 'utf8')).toBe('');
    const link = `${file}.link`;
    symlinkSync(path.join(folder, 'nowhere'), link);
    expect(keyring('new', link).status).toBe(1);
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });

  it('rotate makes new current keys and keeps the old ones', () => {
    keyring('new', file);
    const before = JSON.parse(readFileSync(file, 'utf8'));
    chmodSync(file, 0o644);
    expect(keyring('rotate', file)).toMatchObject({ status: 0, stderr: '' });
    const after = JSON.parse(readFileSync(file, 'utf8'));
    expect(after).toMatchObject({ version: 1, routing: before.routing, audit: before.audit });
    expect(after.lookup).toMatchObject({ current: 'l2', keys: before.lookup.keys });
    expect(after.wrapping).toMatchObject({ current: 'w2', keys: before.wrapping.keys });
    expect(mode(file)).toBe(0o600);
    expect(existsSync(`${file}.next`)).toBe(false);
  });

  it('rotate does not write into what an earlier try left readable by others', () => {
    keyring('new', file);
    writeFileSync(`${file}.next`, 'left', { mode: 0o666 });
    expect(keyring('rotate', file).status).toBe(0);
    expect(mode(file)).toBe(0o600);
  });

  it.each([
    ['is no keyring', '{"version": 1}'],
    ['is no JSON', 'nonsense'],
  ])('rotate leaves a file alone that %s, and says what is wrong', (_why, content) => {
    writeFileSync(file, content);
    const { status, stderr } = keyring('rotate', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/keyring-\d+\.json: /);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('rotate tells no secret of a keyring that has a fault', () => {
    const ring = newKeyring();
    writeFileSync(file, JSON.stringify({ ...ring, lookup: { ...ring.lookup, current: 'l9' } }));
    const { stderr } = keyring('rotate', file);
    expect(stderr).toContain('lookup.current');
    for (const secret of [ring.routing, ring.audit, ring.lookup.keys.l1 ?? '']) expect(stderr).not.toContain(secret);
  });

  it.each([[[]], [['new']], [['rotate']], [['make', 'FILE']], [['new', 'FILE', 'more']]])(
    '%j says how it is used',
    (args) => {
      expect(keyring(...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('usage: ') });
    },
  );

  it.each(['new', 'rotate'])('%s says so when the folder is not there', (command) => {
    const { status, stderr } = keyring(command, path.join(folder, 'nowhere', 'keyring.json'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/cannot be (written|read)\.\n$/);
  });
});
