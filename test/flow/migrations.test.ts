import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { migrate, newestVersion } from '../../src/flow/migrations/index.ts';
import { readFlow } from '../../src/flow/read-flow.ts';
import { FORMAT_VERSION } from '../../src/flow/schema.ts';

const folder = new URL('./migrations/', import.meta.url);
const versions = readdirSync(new URL('../../src/flow/migrations/', import.meta.url))
  .filter((file) => file !== 'index.ts')
  .map((file) => Number(file.replace(/\.ts$/, '')));

const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('migrations', () => {
  it('lead from each version to the next, up to the one that is read', () => {
    expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: FORMAT_VERSION }, (_, i) => i + 1));
    expect(newestVersion).toBe(FORMAT_VERSION);
  });

  it.each(versions)('to %i: rewrite the fixture, every comment kept', (version) => {
    const document = parseDocument(read(`${version}.before.yaml`));
    expect(migrate(document)).toBe(version - 1);
    expect(document.toString({ lineWidth: 0 })).toBe(read(`${version}.after.yaml`));
  });

  it.each(versions)('to %i: an old file is read as it is, with a warning and no error', (version) => {
    const { flow, findings } = readFlow('flows/tip.yaml', read(`${version}.before.yaml`));
    expect(flow?.steps).toHaveProperty('where');
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning old-format']);
  });

  it('leave a file of today as it is', () => {
    const text = read(`${FORMAT_VERSION}.after.yaml`);
    const document = parseDocument(text);
    expect(migrate(document)).toBe(FORMAT_VERSION);
    expect(document.toString({ lineWidth: 0 })).toBe(text);
  });
});
