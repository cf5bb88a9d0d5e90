import { type Document, isMap, isScalar } from 'yaml';

/**
 * From the unversioned format to version 1.
 *
 * Why: the first flows named the next step `goto` and the kind of an answer `expect`. Operators read `goto` as a kind of
 * step (there is one, `go`) and `expect` as what the line hopes to hear, so both were renamed to `next` and `answer`.
 */
export function to1(document: Document): void {
  const steps = document.get('steps');
  if (!isMap(steps)) return;
  for (const { value: step } of steps.items) {
    if (!isMap(step)) continue;
    for (const { key } of step.items) {
      if (!isScalar(key)) continue;
      if (key.value === 'goto') key.value = 'next';
      if (key.value === 'expect') key.value = 'answer';
    }
  }
}
