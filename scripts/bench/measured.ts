import type { ComparedRow } from './compare-rows.ts';
import type { measureCrowds } from './measure-crowds.ts';
import type { MeasuredDesk } from './measure-desk.ts';
import type { MeasuredUnderstanding } from './measure-understanding.ts';

/** All that one run finds out. */
export interface Measured {
  rows: readonly ComparedRow[];
  crowds: Awaited<ReturnType<typeof measureCrowds>>;
  desk: MeasuredDesk;
  understanding: MeasuredUnderstanding;
}
