import { readSet } from '../../src/conversation/read-set.ts';

const read = new Map<string, ReturnType<typeof readSet>>();

/** Reads a set, and learns its questions, once for all lines that a test file starts on it. */
export const readSetOnce: typeof readSet = (files, hash, offer) => {
  const name = `${hash} ${offer}`;
  const known = read.get(name) ?? readSet(files, hash, offer);
  read.set(name, known);
  return known;
};
