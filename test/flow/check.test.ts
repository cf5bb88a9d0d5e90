import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkSet } from '../../src/flow/check.ts';
import { optOutWords } from '../../src/flow/opt-out-words.ts';
import { tellFinding } from '../../src/flow/tell-finding.ts';
import { type Plant, planted, smallSet } from './small-set.ts';

/** One planted fault: what is changed, where it must be found, and a part of its hint. */
interface Fault {
  about: string;
  plant: Plant;
  at: string;
  hint?: string;
}

const folder = new URL('./faults/', import.meta.url);
const codes = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const optOut = optOutWords(smallSet);
const TODAY = '2026-12-01';

describe('checkSet', () => {
  it('finds nothing in a set without a fault', () => {
    expect(checkSet(smallSet, optOut, TODAY)).toEqual([]);
  });

  it('has faults planted for every code in the source, and for no other', () => {
    const root = fileURLToPath(new URL('../../src/flow/', import.meta.url));
    const inSource = globSync('**/*.ts', { cwd: root }).flatMap((file) => {
      const text = readFileSync(new URL(`../../src/flow/${file}`, import.meta.url), 'utf8');
      const found = [...text.matchAll(/\bcode: (?:\w+ \? '([a-z-]+)' : )?'([a-z-]+)'/g)];
      return found.flatMap(([, one, other]) => [one, other].filter((code) => code !== undefined));
    });
    expect(new Set(inSource).size).toBeGreaterThan(30);
    expect(codes.toSorted()).toEqual([...new Set(inSource)].toSorted());
  });

  it('tells what else is wrong with a step that has a key too many', () => {
    const files = planted({ 'flows/tip.yaml': [['next: more', 'next: moer\n    on: { STOP: more, given: mroe }']] });
    expect(checkSet(files, optOut, TODAY).map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '11:11 unknown-step',
      '12:11 unknown-key',
      '12:30 unknown-step',
    ]);
  });

  it('tells findings in order of file and line', () => {
    const files = planted({
      'locales/es/tip.json': [['{{phone}}', '555']],
      'locales/en/tip.json': [['3, all done', 'all done, stop']],
    });
    expect(checkSet(files, optOut, TODAY).map(tellFinding)).toEqual([
      'locales/en/tip.json:6:16 error opt-out-choice: "stop" opts a person out, so it cannot be an answer (accept another word)',
      'locales/en/tip.json:6:16 error no-digit: "done" has no digit that the question shows (accept a digit, and show it in the question)',
      'locales/es/tip.json:6:16 error stale-translation: the default language\'s "more-done" is not what this was translated from (translate it anew, then: npm run -s flows -- translated es tip.more-done)',
      'locales/es/tip.json:7:10 error placeholders: "bye" has none where the default language has {{phone}} (use the same placeholders)',
    ]);
  });
});

describe.each(codes)('%s is found', (code) => {
  const faults = JSON.parse(readFileSync(new URL(`${code}.json`, folder), 'utf8')) as Fault[];

  it.each(faults)('for $about', (fault) => {
    const found = checkSet(planted(fault.plant), optOut, TODAY).filter((finding) => finding.code === code);
    expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(fault.at);
    expect(found.map(({ hint }) => hint).join()).toContain(fault.hint ?? '');
  });
});
