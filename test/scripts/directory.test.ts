import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'directory-'));
});

afterEach(() => rm(folder, { recursive: true }));

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/directory.ts', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(from);
  await writeFile(file, text.replace(from, to));
}

describe('npm run directory', () => {
  it('check passes on the directory of the project', () => {
    expect(run('check')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^\d+ services, 0 to be checked/),
    });
  });

  it('takes a directory out as a package and brings the same back', async () => {
    const whole = join(folder, 'whole.json');
    const back = join(folder, 'back', 'back.json');
    expect(run('export', whole).code).toBe(0);
    expect(run('export', join(folder, 'package')).code).toBe(0);
    expect(run('import', join(folder, 'package'), '--to', back).code).toBe(0);
    expect(await readFile(back, 'utf8')).toBe(await readFile(whole, 'utf8'));
    expect(await readdir(folder)).toEqual(['back', 'package', 'whole.json']);
  });

  it('names file, line, column, field and mend of each fault, and imports nothing', async () => {
    const source = join(folder, 'package');
    run('export', source);
    await edit(join(source, 'services.csv'), /^(example-houston-legal,[^,]*),[^,]*,/m, '$1,"Two\nlines, quoted",');
    await edit(join(source, 'services.csv'), /^(example-houston-counsel,.*),2026-10-01,/m, '$1,soon,');
    await edit(join(source, 'phones.csv'), '800-799-7233', 'ring us');
    const target = join(folder, 'target.json');
    await writeFile(target, 'as it was');
    const { code, err } = run('import', source, '--to', target);
    expect(code).toBe(1);
    const services = await readFile(join(source, 'services.csv'), 'utf8');
    const line = services.slice(0, services.indexOf('example-houston-counsel')).split('\n').length;
    const column = (services.split('\n')[line - 1] ?? '').indexOf('soon') + 1;
    expect(err).toContain(`services.csv:${line}:${column} assured_date: `);
    expect(err).toMatch(/phones\.csv:3:\d+ number: a number is digits and hyphens.*\(change number\)/);
    expect(await readFile(target, 'utf8')).toBe('as it was');
  });

  it.each([
    [
      'a column',
      'phones.csv',
      /^id,service_id,number/,
      'id,service_id,phone',
      /phones\.csv:1:1 there is no column "number"/,
    ],
    [
      'a table',
      'datapackage.json',
      /"name": "phones"/,
      '"name": "telephones"',
      /datapackage\.json:1:1 no resource is named "phones"/,
    ],
    ['a closing quote', 'services.csv', /^id,/, '"id,', /services\.csv:\d+:1 is no CSV/],
    ['its own folder', 'datapackage.json', /"phones\.csv"/, '"../phones.csv"', /"\.\.\/phones\.csv" is outside/],
  ])('tells a package that lacks %s', async (_, file, from, to, told) => {
    const source = join(folder, 'package');
    run('export', source);
    await edit(join(source, file), from, to);
    const { code, err } = run('import', source, '--to', join(folder, 'x.json'));
    expect(code).toBe(1);
    expect(err).toMatch(told);
    expect(existsSync(join(folder, 'x.json'))).toBe(false);
  });

  it('names the place of a fault in JSON', async () => {
    const source = join(folder, 'source.json');
    run('export', source);
    await edit(source, '"assured_date": "2026-10-01"', '"assured_date": "soon"');
    const line = (await readFile(source, 'utf8')).split('\n').findIndex((text) => text.includes('soon')) + 1;
    const { code, err } = run('check', source);
    expect(code).toBe(1);
    expect(err).toContain(`source.json:${line}:`);
  });

  it('leaves out the address of a confidential place', async () => {
    const source = join(folder, 'package');
    const target = join(folder, 'target.json');
    run('export', source);
    await edit(
      join(source, 'addresses.csv'),
      /^(example-houston-shelter-place-address-1,[^,]*),,/m,
      '$1,7 Hidden Lane,',
    );
    expect(run('import', source, '--to', target).code).toBe(0);
    expect(await readFile(target, 'utf8')).not.toContain('Hidden');
  });

  it('never replaces a folder, and says how it is used', () => {
    expect(run('export', folder).code).toBe(2);
    expect(run('fly')).toMatchObject({ code: 2, err: expect.stringContaining('usage') });
  });
});
