import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of a folder of practice scripts, by file name. Without the folder there are none. */
export async function readPractice(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const scripts = names.filter((name) => name.endsWith('.yaml')).sort();
  const read = scripts.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}
