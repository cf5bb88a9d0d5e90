import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Lists } from '../../src/understanding/compile-lists.ts';
import { compileLists } from '../../src/understanding/compile-lists.ts';
import { DangerListSchema, WordListSchema } from '../../src/understanding/lists.ts';

/**
 * The operators' word and danger lists under `flows`.
 * @throws ZodError or PhraseError naming what cannot be read; `npm run flows -- check` says where it stands.
 */
export function readLists(flows: string): Lists {
  return compileLists({
    words: parsed(path.join(flows, 'words')).map((list) => WordListSchema.parse(list)),
    danger: parsed(path.join(flows, 'danger')).map((list) => DangerListSchema.parse(list)),
  });
}

function parsed(folder: string): unknown[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((name) => parse(readFileSync(path.join(folder, name), 'utf8')));
}
