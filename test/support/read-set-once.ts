import type { readSet } from '../../src/conversation/read-set.ts';

/** `readSet` for tests that are not about it: the set is read, and its questions learnt, once for many files. See sharing-environment.mts. */
export const { readSetOnce } = globalThis as unknown as { readSetOnce: typeof readSet };
