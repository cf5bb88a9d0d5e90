import path from 'node:path';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import type { PublishedSet } from '../../src/conversation/published-set.ts';
import { readSet } from '../../src/conversation/read-set.ts';

/**
 * The project's own set, as a line would speak it.
 * @throws Error with file and line of every fault.
 */
export async function openSet(): Promise<PublishedSet> {
  const { files } = await readSetFiles(path.join(import.meta.dirname, '../..'));
  const read = readSet(files, 'on-disk');
  if (read.ok) return read.set;
  throw new Error(read.findings.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
}
