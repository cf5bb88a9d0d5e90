import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** The folders under a root that make a set. */
const FOLDERS = ['flows', 'locales', 'directory'];

export interface SetOnDisk {
  /** Path in the set, always with `/`, to text. */
  files: Record<string, string>;
  /** Path in the set to the file on disk, relative to the working folder, for people to read. */
  origins: Record<string, string>;
}

/**
 * Reads the set of files that operators edit: flows/, locales/ and directory/ under `root`.
 *
 * @param flows another folder in place of flows/. Its own word lists, danger lists and profile count where it has them;
 *   where it has none, the root's do. A folder that itself holds `flows/` is read as a root over the first.
 * @throws an Error that names the folder or file, when `flows` is not there or empty, or a file is not UTF-8.
 */
export async function readSetFiles(root: string, flows?: string): Promise<SetOnDisk> {
  const set: SetOnDisk = { files: {}, origins: {} };
  for (const folder of FOLDERS) await readInto(set, join(root, folder), folder, true);
  if (!flows) return sorted(set);
  const over: SetOnDisk = { files: {}, origins: {} };
  for (const folder of FOLDERS) await readInto(over, join(flows, folder), folder, true);
  if (!Object.keys(over.files).some((path) => path.startsWith('flows/'))) await readInto(over, flows, 'flows', false);
  if (Object.keys(over.files).length === 0) throw new Error(`there are no flows in the folder ${flows}`);
  for (const part of PARTS) {
    if (!Object.keys(over.files).some((path) => part.test(path))) continue;
    for (const path of Object.keys(set.files)) {
      if (!part.test(path)) continue;
      delete set.files[path];
      delete set.origins[path];
    }
  }
  return sorted({ files: { ...set.files, ...over.files }, origins: { ...set.origins, ...over.origins } });
}

/** What is replaced as one: half of one folder's flows with half of another's would be a set that nobody wrote. */
const PARTS = [
  /^flows\/(?!profile\.yaml$)[^/]+$/,
  /^flows\/profile\.yaml$/,
  /^flows\/danger\//,
  /^flows\/words\//,
  /^flows\/places\//,
  /^flows\/services\//,
  /^locales\//,
  /^directory\//,
];

async function readInto(set: SetOnDisk, folder: string, name: string, optional: boolean): Promise<void> {
  for (const file of await list(folder, optional)) {
    const path = `${name}/${relative(folder, file).split(sep).join('/')}`;
    set.files[path] = decode(await readFile(file), file);
    set.origins[path] = relative(process.cwd(), resolve(file)) || file;
  }
}

async function list(folder: string, optional: boolean): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name) && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    if (optional && (cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`cannot read the folder ${folder}`, { cause });
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${file} is not UTF-8`, { cause });
  }
}

/** In order of path, so that a set reads the same on every file system. */
function sorted(set: SetOnDisk): SetOnDisk {
  const order = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { files: order(set.files), origins: order(set.origins) };
}
