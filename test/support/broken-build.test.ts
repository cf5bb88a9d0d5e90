import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BreakingYard, openBreakingYard, readBrokenBuild } from './broken-build.ts';

const project: Record<string, string> = {
  'package.json': '{ "type": "module" }\n',
  'jest.config.js': "export default { testMatch: ['<rootDir>/test/*.test.js'], transform: {} };\n",
  '.gitignore': 'node_modules\n',
  'src/sum.js': 'export const sum = (a, b) => a + b;\n',
  'test/sum.test.js': `import { expect, it } from '@jest/globals';
import { sum } from '../src/sum.js';
it('adds (1 and 2)', () => expect(sum(1, 2)).toBe(3));
it('knows nothing', () => expect(sum).toBeDefined());
`,
};

function patch(lines: { name: string; from?: string; to: string }): string {
  return `Breaks: 0 sums are right
Test: test/sum.test.js
Name: ${lines.name}

diff --git a/src/sum.js b/src/sum.js
--- a/src/sum.js
+++ b/src/sum.js
@@ -1 +1 @@
-${lines.from ?? 'export const sum = (a, b) => a + b;'}
+${lines.to}
`;
}

describe('a breaking yard', () => {
  let root: string;
  let yard: BreakingYard;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'lantern-fixture-'));
    for (const [file, text] of Object.entries(project)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    await symlink(resolve('node_modules'), join(root, 'node_modules'));
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    yard = await openBreakingYard(root);
  });

  afterAll(async () => {
    await yard.close();
    await rm(root, { recursive: true, force: true });
  });

  async function verdictOn(text: string) {
    const file = join(root, '..', `${root.split('/').pop()}.patch`);
    await writeFile(file, text);
    try {
      return await yard.try(await readBrokenBuild(file));
    } finally {
      await rm(file);
    }
  }

  const minus = 'export const sum = (a, b) => a - b;';
  it.each([
    ['a test that notices', { name: 'adds (1', to: minus }, { caught: true }],
    ['a test that does not', { name: 'knows nothing', to: minus }, { caught: false, why: /stays green/ }],
    ['no such test', { name: 'adds (2', to: minus }, { caught: false, why: /no test named/ }],
    ['a file that cannot run', { name: 'adds', to: 'export const (' }, { caught: false, why: /could not run/ }],
    ['code that moved on', { name: 'adds', from: 'export const s;', to: minus }, { caught: false, why: /not apply/ }],
  ])('%s', async (_, lines, expected) => {
    const verdict = await verdictOn(patch(lines));
    expect(verdict).toMatchObject({ caught: expected.caught });
    if (!verdict.caught) expect(verdict.why).toMatch('why' in expected ? expected.why : '');
    expect(await readFile(join(root, 'src/sum.js'), 'utf8')).toBe(project['src/sum.js']);
  });

  it('refuses a patch that does not say what it breaks', async () => {
    await expect(verdictOn(patch({ name: 'adds', to: minus }).replace('Breaks:', 'About:'))).rejects.toThrow(
      '"Breaks: ..."',
    );
  });
});
