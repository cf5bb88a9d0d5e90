import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readText } from '../../src/understanding/read-text.ts';
import { openUnderstanding } from '../understand/open-understanding.ts';
import { understandText } from '../understand/understand-text.ts';
import { rounded, type Spread, spreadOf } from './spread.ts';

export interface MeasuredUnderstanding {
  texts: number;
  /** Danger, opt-out and language: what every text goes through. */
  readMs: Spread;
  /** All that is understood of a text, with questions, place and services. */
  understandMs: Spread;
  /** A text of 50,000 characters. */
  longMs: number;
  /** How many times as long as one of 5,000: 10 is linear. */
  longToTenth: number;
}

const EXAMPLES = path.join(import.meta.dirname, '../../flows/danger/examples/labelled.jsonl');
/** Of each text the quickest counts: what else the machine does is not the text's. */
const ROUNDS = 4;
const LONG = 50_000;

/** How long it takes to understand single texts, in this process alone. */
export async function measureUnderstanding({ texts: most }: { texts: number }): Promise<MeasuredUnderstanding> {
  const set = await openUnderstanding();
  const texts = await readExamples(most);
  const read = (text: string) => readText(text, set.lists, set.defaultLanguage);
  const readMs = quickest(texts, read);
  const understandMs = quickest(texts, (text) => understandText(set, text));
  const story = texts.join(' ');
  const stories = [LONG, LONG / 10].map((size) => story.repeat(Math.ceil(size / story.length)).slice(0, size));
  const [long = Number.NaN, tenth = Number.NaN] = quickest(stories, read);
  return {
    texts: texts.length,
    readMs: spreadOf(readMs),
    understandMs: spreadOf(understandMs),
    longMs: rounded(long),
    longToTenth: rounded(long / tenth),
  };
}

/** In every language, evenly from the whole file. */
async function readExamples(most: number): Promise<string[]> {
  const lines = (await readFile(EXAMPLES, 'utf8')).trimEnd().split('\n');
  const step = Math.max(1, Math.floor(lines.length / most));
  const chosen = lines.filter((_, n) => n % step === 0).slice(0, most);
  return chosen.map((line) => (JSON.parse(line) as { text: string }).text);
}

function quickest(texts: readonly string[], work: (text: string) => unknown): number[] {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [n, text] of texts.entries()) {
      const start = performance.now();
      work(text);
      best[n] = Math.min(best[n] ?? 0, performance.now() - start);
    }
  }
  return best;
}
