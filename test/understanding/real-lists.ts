import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lists } from '../../src/understanding/compile-lists.ts';
import { compileLists } from '../../src/understanding/compile-lists.ts';
import { DangerListSchema, WordListSchema } from '../../src/understanding/lists.ts';

function parsed(folder: string): unknown[] {
  const url = new URL(`../../flows/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(new URL(name, url), 'utf8')));
}

/** The operators' own lists, as the line uses them. */
export const realLists: Lists = compileLists({
  words: parsed('words').map((list) => WordListSchema.parse(list)),
  danger: parsed('danger').map((list) => DangerListSchema.parse(list)),
});
