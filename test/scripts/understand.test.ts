import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'lantern-understand-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, input: string, ...args: string[]) {
  return spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: ROOT, input, encoding: 'utf8' });
}

describe('npm run understand', () => {
  const good = [
    { text: 'hours?' },
    { text: 'he has a gun and wont let me leave' },
    { text: 'need a lawyer in portland' },
    { text: 'T visa lawyer and a shelter near 90012' },
    { text: 'quiero donar dinero' },
    { text: 'parar', lang: 'es' },
    { text: 'START' },
    { text: 'ok' },
  ];
  const lines = good.map((line) => JSON.stringify(line));
  const input = [...lines.slice(0, 2), 'not json', '{"txt":"hi"}', '{"text":5}', '', ...lines.slice(2)].join('\n');
  const { status, stdout } = run('understand', `${input}\n`);
  const out = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  it('answers every line in its place, and ends with 1 when a line could not be read', () => {
    expect(status).toBe(1);
    expect(out).toHaveLength(good.length + 3);
    expect(out.map((one) => 'error' in one)).toEqual(out.map((_, at) => at >= 2 && at <= 4));
    expect(out[2]).toEqual({ error: expect.any(String) });
  });

  it('says all that the contract names', () => {
    const none = { location: null, services: [] };
    expect(out[0]).toEqual({ danger: 'none', optOut: 'none', language: 'en', faq: 'hours', referral: none });
    expect(out[1]).toMatchObject({ danger: 'imminent', optOut: 'none', faq: 'none' });
    expect(out[5].referral).toEqual({ location: { city: 'Portland', ambiguous: true }, services: ['legal'] });
    expect(out[6].referral).toEqual({ location: { zip: '90012' }, services: ['shelter', 'legal', 'immigration'] });
    expect(out[7]).toMatchObject({ language: 'es', faq: 'support-donate' });
    expect(out[8]).toMatchObject({ optOut: 'stop' });
    expect(out[9]).toMatchObject({ optOut: 'start' });
    expect(out[10]).toMatchObject({ danger: 'none', optOut: 'none', faq: 'none' });
  });
});

describe('npm run eval', () => {
  it('prints recall, precision and every confusion', () => {
    const rows = (name: string, ...all: object[]) =>
      writeFileSync(path.join(folder, `${name}.jsonl`), all.map((row) => `${JSON.stringify(row)}\n`).join(''));
    rows(
      'crisis',
      { id: 'c1', lang: 'en', text: 'he has a gun and wont let me leave', label: 'imminent' },
      { id: 'c2', lang: 'en', text: 'thanks', label: 'none' },
      { id: 'c3', lang: 'en', text: 'ok', label: 'crisis' },
    );
    rows('optout', { id: 'o1', text: 'STOP', action: 'stop' }, { id: 'o2', text: 'ok', action: 'help' });
    rows('faq', { id: 'f1', lang: 'en', text: 'hours?', answer: 'hours' });
    rows('referral', { id: 'r1', lang: 'en', text: 'shelter 90012', location: null, services: ['legal'] });
    const { status, stdout } = run('eval', '', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('## crisis: 0.667 of 3 right');
    expect(stdout).toMatch(/all +imminent +recall 1\.000 of 1, precision 1\.000 of 1/);
    expect(stdout).toMatch(/all +none +recall 1\.000 of 1, precision 0\.500 of 2/);
    expect(stdout).toContain('crisis read as none: c3');
    expect(stdout).toContain('danger of either level heard 0.500, false alarms 0.000');
    expect(stdout).toContain('## optout: 0.500 of 2 right');
    expect(stdout).toContain('help read as none: o2');
    expect(stdout).toContain('## faq: 1.000 of 1 right');
    expect(stdout).toContain('right read as wrong place and services: r1');
  });
});
