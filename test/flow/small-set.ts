import { readdirSync, readFileSync } from 'node:fs';
import type { SetFiles } from '../../src/flow/set-files.ts';

const folder = new URL('./small-set/', import.meta.url);

/** The smallest set without a fault, for planting faults in. */
export const smallSet: SetFiles = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
);

/** What to change, by file: texts to replace, the whole text, or null to leave the file out. */
export type Plant = Record<string, [from: string, to: string][] | string | null>;

/** The small set with faults planted in it. @throws Error when a text to be replaced is not there. */
export function planted(plant: Plant): SetFiles {
  const files: Record<string, string> = { ...smallSet };
  for (const [file, change] of Object.entries(plant)) {
    if (change === null) delete files[file];
    else if (typeof change === 'string') files[file] = change;
    else files[file] = change.reduce((text, [from, to]) => replaced(file, text, from, to), files[file] ?? '');
  }
  return files;
}

function replaced(file: string, text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return text.replace(from, () => to);
}
