/** An operator's example of what people ask, as its parts in order: each part is one of its choices, of which one may be empty. */
export type Example = readonly (readonly string[])[];

const PART = /\(([^()]*)\)(\?)?|[^()]+/gu;

/** Reads "how (do|can) i (please)? pay": words, choices between brackets, a question mark after what may be missing. */
export function parseExample(pattern: string): Example {
  return [...pattern.matchAll(PART)].flatMap(([whole, choices, optional]) => {
    if (choices === undefined) return whole.trim() === '' || whole.trim() === '?' ? [] : [[whole.trim()]];
    return [[...choices.split('|').map((choice) => choice.trim()), ...(optional ? [''] : [])]];
  });
}

/** Numbers that look random and are the same in every run: the line must understand today what it understood yesterday. */
export function seededPick(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
