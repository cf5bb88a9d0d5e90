import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKeyring } from '../src/hotline/keyring.ts';

const ROOT = path.join(import.meta.dirname, '..');

/** Throws as soon as the line has said what it does about it; a line that never does ends by itself, without a store. */
const SURPRISE = `const look = setInterval(() => {
  if (process.listenerCount('uncaughtException') === 0) return;
  clearInterval(look);
  HOW
}, 5).unref();`;

describe('an error that nobody caught', () => {
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'lantern-surprise-'));
    writeFileSync(path.join(dir, 'keyring.json'), JSON.stringify(newKeyring()), { mode: 0o600 });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each([
    ['thrown', `throw new TypeError('canary +15555550100');`],
    ['a rejection', `Promise.reject(new TypeError('canary +15555550100'));`],
    ['no Error at all', `throw { toString: () => 'canary' };`],
  ])('ends the line with a code in the log, and not one of its words: %s', async (_, how) => {
    const surprise = `data:text/javascript,${encodeURIComponent(SURPRISE.replace('HOW', how))}`;
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, ['--import', surprise, path.join(ROOT, 'src/main.ts')], {
      env: {
        PATH,
        KEYRING_FILE: path.join(dir, 'keyring.json'),
        DATA_DIR: dir,
        REDIS_URL: 'redis://127.0.0.1:1',
        KEYSTORE_URL: 'redis://127.0.0.1:2',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => {
      said.out += text;
    });
    child.stderr.on('data', (text) => {
      said.err += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, err: said.err }).toEqual({ code: 1, err: '' });
    expect(said.out).toMatch(/"event":"unexpected"/);
    expect(said.out).not.toMatch(/canary|5555/);
  });
});
