import { createHash } from 'node:crypto';
import { TestEnvironment } from 'jest-environment-node';
import { readSet } from '../../src/conversation/read-set.ts';

const known = new Map<string, ReturnType<typeof readSet>>();

/** What `readSet` gives, read once by each of jest's processes. */
const readSetOnce: typeof readSet = (files, hash, offer = 'all') => {
  const content = createHash('sha256')
    .update(JSON.stringify([files, offer]))
    .digest('hex');
  const read = known.get(content) ?? readSet(files, hash, offer);
  known.set(content, read);
  return read.ok ? { ok: true, set: { ...read.set, hash } } : read;
};

/**
 * Node, as each test file has it to itself, but for the set: reading the flows and learning their questions is most of the work
 * of a file that only wants to talk, so the files that one process runs share it. It stands outside of what jest isolates.
 */
export default class SharingEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { readSetOnce });
  }
}
