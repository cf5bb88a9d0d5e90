import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { type Step, stepKind, stepKinds } from '../../src/flow/steps/index.ts';
import type { StepPlace } from '../../src/flow/steps/step-kind.ts';

interface Fixture {
  cases: { about: string; step: unknown; leadsTo: string[]; texts: string[]; state: object }[];
  /** Steps that say too little to go on. */
  lacks: { step: unknown; lacks: string[] }[];
  /** Steps that the schema refuses. */
  refused: unknown[];
}

const folder = new URL('./steps/', import.meta.url);
const source = new URL('../../src/flow/steps/', import.meta.url);
const kinds = Object.keys(stepKinds);
/** Files of the folder that are no kind of step themselves. */
const shared = ['index', 'step-kind', 'reprompt'];

const place: StepPlace = {
  flow: 'tip',
  step: 'here',
  to: (target) => (target.includes('.') ? `#bot.${target}` : `#bot.tip.${target}`),
  hasText: (key) => key === 'tip.safe-again',
};

describe('kinds of step', () => {
  it('stand in the table, in a file of their own and in a fixture, all of the same name', () => {
    const files = readdirSync(source).map((file) => file.replace(/\.ts$/, ''));
    const fixtures = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect(kinds.length).toBeGreaterThan(0);
    expect(files.filter((file) => !shared.includes(file)).toSorted()).toEqual(kinds.toSorted());
    expect(fixtures.toSorted()).toEqual(kinds.toSorted());
  });

  it('are told by their own name', () => {
    for (const [name, { key }] of Object.entries(stepKinds)) expect(key).toBe(name);
  });
});

describe.each(kinds)('%s', (kind) => {
  const fixture = JSON.parse(readFileSync(new URL(`${kind}.json`, folder), 'utf8')) as Fixture;
  const schema = stepKinds[kind as keyof typeof stepKinds].schema as z.ZodType<Step>;

  it.each(fixture.cases)('$about', ({ step, leadsTo, texts, state }) => {
    const parsed = schema.parse(step);
    const row = stepKind(parsed);
    expect(row.key).toBe(kind);
    expect(row.lacks(parsed)).toEqual([]);
    expect(row.targets(parsed).map(({ to }) => to)).toEqual(leadsTo);
    expect(row.messages(parsed).map(({ key }) => key)).toEqual(texts);
    expect(row.compile(parsed, place)).toEqual(state);
  });

  it('names its targets and texts where they stand', () => {
    for (const { step } of fixture.cases) {
      const parsed = schema.parse(step);
      for (const { to, path } of stepKind(parsed).targets(parsed)) expect(valueAt(step, path)).toBe(to);
      for (const { key, path, use } of stepKind(parsed).messages(parsed)) {
        // Some texts are named by what they begin with: near-1 and near-2 by near.
        if (use === 'said') expect(key).toMatch(new RegExp(`^${String(valueAt(step, path))}(-[a-z0-9]+)?$`));
        else expect(valueAt(step, path)).toBeDefined();
      }
    }
  });

  it('tells what a step lacks to go on', () => {
    for (const { step, lacks } of fixture.lacks) {
      const parsed = schema.parse(step);
      expect(stepKind(parsed).lacks(parsed)).toEqual(lacks);
    }
  });

  it('refuses what it does not know', () => {
    expect(fixture.refused.length).toBeGreaterThan(0);
    for (const step of fixture.refused)
      expect({ step, read: schema.safeParse(step).success }).toEqual({ step, read: false });
  });
});

function valueAt(step: unknown, path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], step);
}
