import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { configVariables } from '../src/config.ts';
import { ERRORS } from '../src/hotline/errors.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const DOCS = ['README.md', 'CONTRIBUTING.md', 'docs/runbook.md', 'docs/understanding.md', 'docs/advocates.md'];

describe('the documents', () => {
  it('list every error code, and no other', () => {
    const rows = [
      ...(read('docs/runbook.md')
        .split('## Errors')
        .at(-1)
        ?.matchAll(/^\| `([a-z-]+)` \|/gm) ?? []),
    ];
    expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = DOCS.flatMap((file) => [...read(file).matchAll(/npm run -s ([a-z]+)/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('name only folders and files that exist', () => {
    const paths = DOCS.flatMap((file) =>
      [...read(file).matchAll(/`((?:src|test|flows|locales|directory|scripts|docs)\/[\w./-]*)`/g)].map(
        ([, path = '']) => path,
      ),
    );
    expect(paths.length).toBeGreaterThan(20);
    const missing = paths.filter((path) => {
      try {
        if (path.endsWith('/')) return readdirSync(path).length === 0;
        return read(path) === '';
      } catch {
        return true;
      }
    });
    expect(missing).toEqual([]);
  });

  it('show only pictures that exist, and all of them', () => {
    const shown = DOCS.flatMap((file) => [...read(file).matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name));
    expect([...new Set(shown)].sort()).toEqual(readdirSync('docs/pictures').sort());
  });

  it('name only settings that exist', () => {
    const named = [
      ...read('docs/runbook.md').matchAll(/\b(?:TWILIO|REDIS|KEYSTORE|KEYRING|LINE|DATA|PUBLIC)_[A-Z_]+\b/g),
    ];
    expect(named.length).toBeGreaterThan(3);
    expect(named.map(([name]) => name).filter((name) => !configVariables.includes(name))).toEqual([]);
  });
});
