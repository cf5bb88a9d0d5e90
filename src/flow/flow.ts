import type { Source } from './source.ts';
import type { Step } from './steps/index.ts';

/** A flow as read from its file. */
export interface Flow {
  name: string;
  title: string;
  start: string;
  steps: Record<string, Step>;
  /** Where it was read from, for the places of findings. */
  source: Source;
}
