import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

let flows: string;

beforeEach(async () => {
  flows = await mkdtemp(join(tmpdir(), 'flows-'));
  await cp('flows', flows, { recursive: true });
});

afterEach(() => rm(flows, { recursive: true }));

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/flows.ts', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(flows, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(flows, file), text.replace(from, to));
}

describe('npm run flows', () => {
  it('check: finds nothing in the flows of the line, and leaves with 0', () => {
    expect(run('check')).toEqual({ code: 0, out: '0 errors, 0 warnings\n', err: '' });
  });

  it('check: tells a fault in another folder at file:line:column with its mend, and leaves with 1', async () => {
    await edit('tip.yaml', 'next: where', 'next: were');
    const { code, out } = run('check', '--flows', flows);
    const line =
      (await readFile(join(flows, 'tip.yaml'), 'utf8')).split('\n').findIndex((each) => each.includes('next: were')) +
      1;
    expect(out).toMatch(
      new RegExp(`tip\\.yaml:${line}:11 error unknown-step: there is no step "were" \\(did you mean "where"\\?\\)`),
    );
    expect(code).toBe(1);
  });

  it('check --json: tells all that cannot be read as data, lists too', async () => {
    await edit('tip.yaml', 'answer: place', 'answer: plaice');
    await edit('words/en.yaml', 'language: en', 'langage: en');
    await edit('danger/en.yaml', 'language: en', 'language: english');
    const { code, out } = run('check', '--json', '--flows', flows);
    const { ok, findings } = JSON.parse(out);
    const place = { severity: 'error', line: expect.any(Number), column: expect.any(Number) };
    for (const [file, fault] of [
      ['tip.yaml', 'bad-value'],
      ['words/en.yaml', 'unknown-key'],
      ['danger/en.yaml', 'bad-value'],
    ]) {
      expect(findings).toContainEqual(
        expect.objectContaining({ file: expect.stringMatching(`${file}$`), code: fault, ...place }),
      );
    }
    expect({ ok, code }).toEqual({ ok: false, code: 1 });
  });

  it('test: plays the conversations that are named, and tells where changed flows part from them', async () => {
    expect(run('test', 'welcome-self')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^([1-9]\d*) of \1 conversations go as written\n$/),
    });
    await edit('welcome.yaml', 'no: rule', 'no: who');
    const { code, out } = run('test', 'welcome-self', '--flows', flows);
    expect(out).toMatch(/welcome-self\.yaml: turn \d+: out should be .*welcome\.rule/);
    expect(code).toBe(1);
  });

  it('graph: draws all flows', () => {
    expect(run('graph').out).toMatch(/^flowchart TD\n {2}subgraph crisis/);
    const graph = JSON.parse(run('graph', '--json').out);
    expect(graph.ways).toContainEqual({ from: 'welcome.danger', to: 'crisis.start', via: 'yes' });
  });

  it('schema: prints what is published', async () => {
    expect(JSON.parse(run('schema').out)).toEqual(JSON.parse(await readFile('schemas/flow.schema.json', 'utf8')));
  });

  it('migrate: rewrites an old file and keeps its comments', async () => {
    await edit('menu.yaml', 'lantern: 1\n', '');
    expect(run('check', '--flows', flows)).toMatchObject({
      code: 0,
      out: expect.stringContaining('warning old-format'),
    });
    expect(run('migrate', '--flows', flows)).toMatchObject({ code: 0 });
    const text = await readFile(join(flows, 'menu.yaml'), 'utf8');
    expect(text).toContain('# Other lines that answer in the whole country.');
    expect(parse(text)).toEqual(parse(await readFile('flows/menu.yaml', 'utf8')));
    expect(run('check', '--flows', flows).code).toBe(0);
  });

  it.each([
    [['nonsense']],
    [[]],
    [['check', 'more']],
    [['check', '--flow', 'x']],
    [['check', '--flows', '/nowhere/at/all']],
  ])('leaves with 2 and says why for %j', (args) => {
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});
