import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Random, seeded } from './seeded.ts';

export type Label = 'none' | 'crisis' | 'imminent';

export interface Example {
  language: string;
  label: Label;
  /** The heading that it stands under, such as `held`. */
  topic: string;
  /** The line that it was made from: examples of one line are never both learned from and tested on. */
  line: string;
  text: string;
}

const Single = z.object({ lang: z.string(), label: z.enum(['none', 'crisis', 'imminent']), text: z.string() });
/** The topic of texts that were labelled one by one. */
export const SINGLE = 'labelled';
/** Texts made of one line with choices; more would let one line shout the others down. */
const MOST_OF_A_LINE = 8;
const HEADING = /^\[(none|crisis|imminent) ([a-z-]+)\]$/u;
const WORD_CLASS = /^([\p{L}-]+) = (.+)$/u;

/**
 * Reads the labelled texts of a folder: <language>.txt, notation at the head of en.txt, and labelled.jsonl. A line with choices gives several texts.
 * @throws Error with file and line when a line stands under no heading, or names an unknown class.
 */
export function readExamples(folder: string): Example[] {
  return readdirSync(folder)
    .filter((name) => /^[a-z]{2}\.txt$/u.test(name))
    .sort()
    .flatMap((name) => readFile(path.join(folder, name), name.slice(0, 2)))
    .concat(readSingles(path.join(folder, 'labelled.jsonl')));
}

/** Texts labelled one by one, as JSON lines of {"lang", "label", "text"}. */
function readSingles(file: string): Example[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const { lang, label, text } = Single.parse(JSON.parse(line));
    return { language: lang, label, topic: SINGLE, line: `${lang}:${text}`, text };
  });
}

function readFile(file: string, language: string): Example[] {
  const classes = new Map<string, string>();
  const examples: Example[] = [];
  let heading: { label: Label; topic: string } | undefined;
  for (const [at, raw] of readFileSync(file, 'utf8').split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, label, topic] = HEADING.exec(line) ?? [];
    const [, name, choices] = WORD_CLASS.exec(line) ?? [];
    if (label && topic) heading = { label: label as Label, topic };
    else if (!heading && name && choices) classes.set(name, `{${choices.replaceAll(' | ', '|')}}`);
    else if (line.startsWith('[')) throw new Error(`${file}:${at + 1}: no heading; write one as [imminent held-again]`);
    else if (!heading) throw new Error(`${file}:${at + 1}: a text before the first heading, such as [imminent held]`);
    else {
      const whole = line.replace(/<([\p{L}-]+)>/gu, (_, word: string) => {
        const choice = classes.get(word);
        if (!choice) throw new Error(`${file}:${at + 1}: no class <${word}>`);
        return choice;
      });
      for (const text of expand(whole)) examples.push({ language, ...heading, line: `${language}:${line}`, text });
    }
  }
  return examples;
}

/** The texts that a line with {this|that} stands for: each choice at least once where there is room, the rest drawn. */
function expand(line: string): string[] {
  const random = seeded(line);
  const choices = [...line.matchAll(/\{([^{}]*)\}/gu)].map(([, inner = '']) => inner.split('|'));
  const total = choices.reduce((product, { length }) => product * length, 1);
  const wanted = Math.min(total, MOST_OF_A_LINE, 1 + choices.reduce((sum, { length }) => sum + length - 1, 0));
  const texts = new Set<string>();
  const orders = choices.map((of) => shuffled(of, random));
  for (let round = 0; texts.size < wanted && round < 60; round++) {
    let at = 0;
    const pick = () => {
      const order = orders[at++] ?? [];
      return (round < order.length ? order[round] : order[Math.floor(random() * order.length)]) ?? '';
    };
    texts.add(
      line
        .replace(/\{[^{}]*\}/gu, pick)
        .replace(/ {2,}/gu, ' ')
        .trim(),
    );
  }
  return [...texts];
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
