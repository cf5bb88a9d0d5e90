import type { Say, Weight } from './effect.ts';

/** A text of the line's own, from locales/<lang>/line.json. */
export function sayLine(entry: string, weight: Weight = 'ordinary'): Say {
  return { type: 'say', key: `line.${entry}`, weight };
}

/** The same, as a question that the next text may answer. */
export function askLine(entry: string, weight: Weight = 'ordinary'): Say {
  return { ...sayLine(entry, weight), question: true };
}
