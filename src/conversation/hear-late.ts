import { type Burst, readHere, sceneOf } from './burst.ts';
import { dangerOf } from './interpret.ts';
import type { TextItem } from './turn.ts';

/** Found too late to be answered: an opt-out counts, and a person sees the rest. */
export function hearLate(burst: Burst, { text }: TextItem): void {
  const { talk, now } = burst;
  const reading = readHere(burst, text);
  if (reading.keyword === 'stop') talk.send({ type: 'STOP', at: now, silently: true });
  else talk.send({ type: 'LATE_TEXT', at: now, danger: dangerOf(reading, sceneOf(burst)) });
}
