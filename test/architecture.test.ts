import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; rule: { name: string } }[] };
};

type Rules = { forbidden: { name: string; comment: string }[] };

const run = promisify(execFile);
const root = resolve('.');
const rulesFile = join(root, '.dependency-cruiser.mjs');
const { default: rules } = (await import(rulesFile)) as { default: Rules };

async function cruise(folder: string): Promise<Cruise> {
  const binary = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [binary, 'src', 'scripts', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** For each rule: files that break it, and what each imports. */
const planted: Record<string, Record<string, string>> = {
  'no-cycles': { 'src/hotline/circle-a.ts': "import './circle-b.ts';" },
  'everything-resolves': { 'src/hotline/nowhere.ts': "import './not-there.ts';" },
  'no-development-packages-at-run-time': { 'src/hotline/development.ts': "import 'fast-check';" },
  'pure-folders-know-no-machine': {
    'src/flow/clock.ts': "import 'node:timers';",
    'src/understanding/files.ts': "import { readFileSync } from 'fs';",
    'src/directory/chance.ts': "import 'node:crypto';",
    'src/conversation/late.ts': "export const late = () => import('node:fs');",
  },
  'pure-folders-import-pure-folders': {
    'src/flow/port.ts': "import type {} from '../hotline/ports.ts';",
    'src/conversation/redis.ts': "import '../adapters/redis/some.ts';",
  },
  'practice-has-stores-of-its-own': { 'src/open-practice-room.ts': "import './adapters/redis/some.ts';" },
  'flow-understanding-and-directory-stand-alone': {
    'src/understanding/flow.ts': "import type {} from '../flow/some.ts';",
    'src/directory/next.ts': "export * from '../conversation/some.ts';",
  },
  'hotline-knows-ports-not-adapters': {
    'src/hotline/adapter.ts': "import '../adapters/redis/some.ts';",
    'src/hotline/route.ts': "import type {} from '../http/some.ts';",
  },
  'adapters-know-only-ports': {
    'src/adapters/redis/think.ts': "import type {} from '../../hotline/some.ts';",
    'src/adapters/redis/next.ts': "import '../../conversation/some.ts';",
  },
  'adapters-never-import-each-other': { 'src/adapters/memory/redis.ts': "import '../redis/some.ts';" },
  'http-knows-only-the-hotline': {
    'src/http/redis.ts': "import '../adapters/redis/some.ts';",
    'src/http/next.ts': "import type {} from '../conversation/some.ts';",
  },
  'console-knows-only-its-contract': { 'src/console/route.tsx': "import type {} from '../http/some.ts';" },
  'nothing-imports-the-console': { 'src/http/page.ts': "import '../console/some.ts';" },
  'emulator-knows-nothing-of-ours': { 'src/emulator/ours.ts': "import type {} from '../hotline/ports.ts';" },
  'only-main-starts-the-emulator': { 'src/http/phone.ts': "import '../emulator/some.ts';" },
  'nothing-imports-main': { 'scripts/everything.ts': "import '../src/main.ts';" },
  'only-main-and-scripts-read-settings': { 'src/hotline/settings.ts': "import '../config.ts';" },
  'scripts-never-text-people': { 'scripts/send.ts': "import '../src/adapters/twilio/some.ts';" },
  'src-stands-without-scripts-and-tests': { 'src/hotline/script.ts': "import '../../scripts/some.ts';" },
  'twilio-stays-in-its-place': { 'src/http/signature.ts': "import 'twilio';" },
  'ioredis-stays-in-its-place': { 'src/hotline/redis.ts': "import type {} from 'ioredis';" },
  'i18next-stays-in-its-place': { 'src/conversation/render.ts': "import 'i18next';" },
  'express-stays-in-its-place': { 'scripts/serve.ts': "import 'express';" },
};

/** What the planted files import, and imports that are allowed: they must set off nothing. */
const allowed: Record<string, string> = {
  'src/main.ts':
    "import './config.ts';\nimport './http/some.ts';\nimport './emulator/some.ts';\nimport './adapters/redis/some.ts';",
  'src/config.ts': "import 'zod';",
  'src/http/some.ts': "import 'express';\nimport '../hotline/some.ts';",
  'src/http/console-contract.ts': "import 'zod';",
  'src/console/some.ts': "import '../http/console-contract.ts';",
  'src/hotline/some.ts': "import 'node:crypto';\nimport '../conversation/some.ts';\nimport './ports.ts';",
  'src/hotline/circle-b.ts': "import type {} from './circle-a.ts';",
  'src/hotline/ports.ts': '',
  'src/conversation/some.ts': "import '../flow/some.ts';",
  'src/flow/some.ts': "import 'xstate';",
  'src/adapters/redis/some.ts': "import 'ioredis';\nimport type {} from '../../hotline/ports.ts';",
  'src/adapters/twilio/some.ts': "import 'twilio';",
  'src/emulator/some.ts': "import 'express';\nimport 'node:http';",
  'scripts/some.ts': "import '../src/hotline/some.ts';",
  'scripts/bench/bare.ts': "import 'express';\nimport 'ioredis';",
};

describe('the import rules', () => {
  let folder: string;
  let found: Cruise;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lantern-imports-'));
    for (const name of ['.dependency-cruiser.mjs', 'package.json']) await cp(join(root, name), join(folder, name));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const files = Object.assign({}, allowed, ...Object.values(planted)) as Record<string, string>;
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), `${text}\nexport {};\n`);
    }
    found = await cruise(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are all tried here', () => {
    expect(Object.keys(planted).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(planted))('%s', (rule, files) => {
    const caught = found.summary.violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from);
    expect(caught).toEqual(expect.arrayContaining(Object.keys(files)));
  });

  it('let through what the design allows', () => {
    const caught = found.summary.violations.filter(({ from }) => from in allowed);
    expect(caught).toEqual([]);
  });

  it('have each a reason', () => {
    for (const { comment } of rules.forbidden) expect(comment.length).toBeGreaterThan(30);
  });
});

describe('the cruise over the project', () => {
  it('reads every file, for one that it cannot parse breaks no rule', async () => {
    const { modules } = await cruise(root);
    const cruised = new Set(modules.map(({ source }) => source));
    const files = (await readdir('src', { recursive: true })).filter((name) => /\.tsx?$/.test(name));
    expect(files.length).toBeGreaterThan(20);
    expect(files.map((name) => `src/${name}`).filter((name) => !cruised.has(name))).toEqual([]);
    expect(modules.length).toBeGreaterThan(files.length);
  });
});
