import { readFileSync } from 'node:fs';

export interface Labelled {
  id: string;
  lang?: string;
  text: string;
  label?: 'none' | 'crisis' | 'imminent';
  action?: 'stop' | 'help' | 'start' | 'none';
}

/** The invented, labelled texts of test/understanding/data/<name>.jsonl; leading and trailing spaces in a text are part of it. */
export function labelled(name: string): Labelled[] {
  const file = readFileSync(new URL(`./data/${name}.jsonl`, import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);
}
