import type { Lists } from '../../src/understanding/compile-lists.ts';
import { type Example, SINGLE } from './read-examples.ts';
import { type Random, seeded } from './seeded.ts';

/** Topics whose texts may stand before or after any other without changing what it means. */
const AROUND = new Set(['around']);
/** Variations of each example: a text that somebody wrote whole teaches more than one that a line with choices makes. */
const COPIES = { written: 5, made: 2 };
const GRAVITY = { none: 0, crisis: 1, imminent: 2 };

/**
 * The examples as they stand, and as other people would text them: misspelt, shortened, without accents, with a greeting around them,
 * or with more of the story. The same on every run.
 */
export function vary(examples: readonly Example[], lists: Lists): Example[] {
  const shorthand = new Map([...lists.languages].map(([language, { words }]) => [language, inverted(words.spellings)]));
  const crowds = Map.groupBy(examples, ({ language, label, topic }) =>
    AROUND.has(topic) ? `${language} around` : `${language} ${label}`,
  );
  const varied = [...examples];
  for (const [at, example] of examples.entries()) {
    const { language } = example;
    const copies = example.topic === SINGLE ? COPIES.written : COPIES.made;
    for (let copy = 0; copy < copies; copy++) {
      const random = seeded(`${copy} ${at} ${example.text}`);
      const mate = drawn(crowds.get(`${language} ${example.label}`) ?? [], random);
      const company = crowds.get(`${language} around`) ?? [];
      const { text, label } = keepCompany(example, company, mate, random);
      varied.push({ ...example, label, text: retype(text, shorthand.get(language), random) });
      if (example.label === 'none' && copy === 0) varied.push({ ...example, text: fragmentOf(example.text, random) });
    }
  }
  return varied;
}

/** A few words out of a harmless text: most answers are that short, and say nothing of danger. */
function fragmentOf(text: string, random: Random): string {
  const pieces = text.split(/\s+/u).length > 1 ? text.split(/\s+/u) : [...text];
  const from = Math.floor(random() * pieces.length);
  const joint = text.includes(' ') ? ' ' : '';
  return pieces.slice(from, from + 1 + Math.floor(random() * 3)).join(joint);
}

function keepCompany(
  example: Example,
  company: readonly Example[],
  mate: Example | undefined,
  random: Random,
): Pick<Example, 'text' | 'label'> {
  const parts = [example];
  const dice = random();
  if (mate && mate.line !== example.line && example.topic !== 'alone' && mate.topic !== 'alone' && dice < 0.2)
    parts.push(mate);
  const [before, after] = [drawn(company, random), drawn(company, random)];
  if (example.topic !== 'alone') {
    if (before && random() < 0.3) parts.unshift(before);
    if (after && random() < 0.15) parts.push(after);
  }
  const joint = drawn(['. ', ' ', ', ', ' ... ', '! ', '\n'], random) ?? ' ';
  const label = parts.map(({ label }) => label).reduce((a, b) => (GRAVITY[b] > GRAVITY[a] ? b : a));
  return { text: parts.map(({ text }) => text).join(joint), label };
}

function retype(text: string, shorthand: ReadonlyMap<string, string[]> | undefined, random: Random): string {
  let typed = text;
  if (shorthand && random() < 0.5) {
    typed = typed.replace(/[\p{L}\p{M}']+/gu, (word) => {
      const short = random() < 0.4 ? drawn(shorthand.get(word.toLowerCase()) ?? [], random) : undefined;
      return short ?? word;
    });
  }
  if (random() < 0.3)
    typed = typed
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC');
  if (random() < 0.3) typed = typed.replace(/[.,!?]/gu, '');
  if (random() < 0.4) typed = typed.replace(/\p{L}{5,}/gu, (word) => (random() < 0.2 ? slipped(word, random) : word));
  return typed;
}

function slipped(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [start, letter, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
  const kind = random();
  if (kind < 0.4) return start + word.slice(at + 1);
  if (kind < 0.7) return start + letter + word.slice(at);
  return start + next + letter + word.slice(at + 2);
}

function inverted(spellings: Record<string, string>): Map<string, string[]> {
  const short = new Map<string, string[]>();
  for (const [from, to] of Object.entries(spellings)) short.set(to, [...(short.get(to) ?? []), from]);
  return short;
}

function drawn<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}
