// Everything that must hold, one step after the other. A step shows its output only when it is red.
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInGroup } from '../test/support/run-in-group.ts';

type Count = { passed: number; failed: number };
type Step = { name: string; command: string[]; count?: () => Promise<Count> };

// It ends what hangs. A machine that does much else takes several times as long as the minutes that are meant.
const LONGEST_STEP_MS = 45 * 60 * 1000;
const folder = await mkdtemp(join(tmpdir(), 'lantern-test-'));
const report = join(folder, 'jest.json');
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const steps: Step[] = [
  // What runs in a browser has a tsconfig of its own, beside it: other globals, other rules.
  ...['tsconfig.json', ...globSync('{src,test}/**/tsconfig.json')].map((config) => ({
    name: config === 'tsconfig.json' ? 'types' : `types of ${dirname(config)}`,
    command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', config],
  })),
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'] },
  {
    name: 'import rules',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      'scripts',
      '--config',
      '.dependency-cruiser.mjs',
    ],
  },
  { name: 'unused code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'console build', command: ['scripts/build-console.ts'] },
  { name: 'flow check', command: ['scripts/flows.ts', 'check'] },
  { name: 'tests', command: [...jest, '--maxWorkers=2', '--json', `--outputFile=${report}`], count: countTests },
  { name: 'broken builds', command: ['scripts/broken-builds.ts'] },
];

const total: Count = { passed: 0, failed: 0 };
for (const step of steps) {
  const started = Date.now();
  const ran = await runInGroup(process.execPath, step.command, '.', LONGEST_STEP_MS);
  const count = step.count ? await step.count() : { passed: 0, failed: 0 };
  const red = ran.code !== 0 || count.failed > 0;
  total.passed += count.passed + (red ? 0 : 1);
  total.failed += count.failed + (red ? 1 : 0);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${red ? 'RED  ' : 'green'} ${seconds} s  ${step.name}`);
  if (red) console.log(`${ran.output.trimEnd()}\n`);
}
await rm(folder, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A test that was left out, or a file that could not run, is no success. */
async function countTests(): Promise<Count> {
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const counts = JSON.parse(text) as Record<string, number>;
  const of = (name: string): number => counts[name] ?? 0;
  const failed = of('numFailedTests') + of('numRuntimeErrorTestSuites') + of('numPendingTests') + of('numTodoTests');
  return { passed: of('numPassedTests'), failed: of('numTotalTests') === 0 ? failed + 1 : failed };
}
