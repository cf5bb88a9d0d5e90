import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runInGroup } from './run-in-group.ts';

/** A patch that breaks one promise, and the test that must notice. */
export type BrokenBuild = { name: string; file: string; breaks: string; testFile: string; testName: string };

/** `caught`: the named test turned red, as it should. Otherwise what went wrong instead. */
export type Verdict = { caught: true } | { caught: false; why: string };

type JestReport = {
  testResults: {
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

const LONGEST_RUN_MS = 180_000;
const LONGEST_TEST_MS = 20_000;

/**
 * Reads the lines above a patch's first `diff --git`: `Breaks:` (the promise), `Test:` (a path) and `Name:` (the test's full
 * name or how it begins).
 */
export async function readBrokenBuild(file: string): Promise<BrokenBuild> {
  const [head = ''] = (await readFile(file, 'utf8')).split(/^diff --git /m);
  const line = (label: string): string => {
    const value = new RegExp(`^${label}: (.+)$`, 'm').exec(head)?.[1]?.trim();
    if (!value) throw new Error(`${file} has no line "${label}: ..." above its first diff`);
    return value;
  };
  return {
    name: basename(file, '.patch'),
    file,
    breaks: line('Breaks'),
    testFile: line('Test'),
    testName: line('Name'),
  };
}

/** A copy of the project in which builds are broken, one after the other; the project itself is not touched. */
export interface BreakingYard {
  /** Breaks the copy, says whether the named test notices, and mends the copy again. */
  try(build: BrokenBuild): Promise<Verdict>;
  close(): Promise<void>;
}

/** One copy for many builds: what jest and Node keep of unbroken files is theirs for as long as their path is the same. */
export async function openBreakingYard(root: string): Promise<BreakingYard> {
  const yard = await mkdtemp(join(tmpdir(), 'lantern-broken-'));
  const copy = join(yard, 'project');
  const close = () => rm(yard, { recursive: true, force: true });
  const apply = (build: BrokenBuild, ...how: string[]) =>
    runInGroup('git', ['apply', '--whitespace=nowarn', ...how, build.file], copy, LONGEST_RUN_MS);
  try {
    await copyProject(root, copy);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async try(build) {
      const applied = await apply(build);
      if (applied.code !== 0) return { caught: false, why: `the patch does not apply any more:\n${applied.output}` };
      const verdict = judge(build, await runTest(yard, copy, build));
      const mended = await apply(build, '--reverse');
      if (mended.code !== 0) throw new Error(`${build.name} cannot be taken back: ${mended.output}`);
      return verdict;
    },
    close,
  };
}

/** What git knows or would know: built files, data and secrets stay behind. */
async function copyProject(root: string, copy: string): Promise<void> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = await runInGroup('git', list, root, LONGEST_RUN_MS);
  if (listed.code !== 0) throw new Error(`git cannot list ${root}: ${listed.output}`);
  for (const file of listed.output.split('\0').filter((name) => name !== '')) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await copyFile(join(root, file), join(copy, file)).catch((error: NodeJS.ErrnoException) => {
      // Deleted, but not yet committed.
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
}

async function runTest(
  yard: string,
  copy: string,
  build: BrokenBuild,
): Promise<{ report: JestReport | null; output: string }> {
  const reportFile = join(yard, `${build.name}.json`);
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--runInBand'];
  // A broken build may leave things open, or never end. Its verdict is known by then.
  const how = [
    '--forceExit',
    `--testTimeout=${LONGEST_TEST_MS}`,
    '--json',
    `--outputFile=${reportFile}`,
    `--cacheDirectory=${join(yard, 'jest')}`,
  ];
  const what = ['--runTestsByPath', build.testFile, '--testNamePattern', `^${RegExp.escape(build.testName)}`];
  const { output } = await runInGroup(process.execPath, [...jest, ...how, ...what], copy, LONGEST_RUN_MS);
  const report = await readFile(reportFile, 'utf8').then(JSON.parse, () => null);
  // What is tried next must not be judged by it.
  await rm(reportFile, { force: true });
  return { report, output };
}

function judge(build: BrokenBuild, { report, output }: { report: JestReport | null; output: string }): Verdict {
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const named = tests.filter(({ fullName }) => fullName.startsWith(build.testName));
  if (named.some(({ status }) => status === 'failed')) return { caught: true };
  if (named.some(({ status }) => status === 'passed')) {
    return { caught: false, why: `"${build.testName}" stays green: it does not notice that this is broken.` };
  }
  if (tests.length > 0) return { caught: false, why: `${build.testFile} has no test named "${build.testName}".` };
  return { caught: false, why: `${build.testFile} could not run, which proves nothing:\n${tail(output)}` };
}

function tail(output: string): string {
  return output.trim().split('\n').slice(-30).join('\n');
}
