import { readSigns } from './read-signs.ts';
import type { Answer, Script, Signs } from './script.ts';

/** Somebody who texts by a script. */
export interface Texter {
  /** The advocate's text has come: what they do about it. */
  hear(text: string): { signs: Set<string>; answer: Answer | undefined };
  /** What they will write if nothing comes for so long; undefined when they just wait. */
  idle(): Answer | undefined;
  /** They go on as an answer says. */
  go(answer: Answer): void;
}

export function createTexter({ start, steps }: Script, signs: Signs): Texter {
  let step = start;
  return {
    hear(text) {
      const shown = readSigns(text, signs);
      const answer = steps[step]?.on.find(({ when }) => when === undefined || when.some((sign) => shown.has(sign)));
      return { signs: shown, answer };
    },
    idle: () => steps[step]?.idle,
    go({ goto }) {
      step = goto ?? step;
    },
  };
}
