import { type Directory, directorySchema } from './directory.ts';

/** Reads every directory/*.json of a set into one directory. Faults are values: the file and what is wrong in it. */
export function readDirectory(files: Readonly<Record<string, string>>): {
  directory: Directory;
  faults: { file: string; message: string }[];
} {
  const directory: Directory = { services: [] };
  const faults: { file: string; message: string }[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (!/^directory\/[^/]+\.json$/.test(file)) continue;
    const read = parse(text);
    if (typeof read === 'string') faults.push({ file, message: read });
    else directory.services.push(...read.services);
  }
  const ids = new Set<string>();
  for (const { id } of directory.services) {
    if (ids.has(id)) faults.push({ file: 'directory', message: `two services have the id "${id}"` });
    ids.add(id);
  }
  return { directory, faults };
}

function parse(text: string): Directory | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'this is not JSON';
  }
  const parsed = directorySchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join('.')}: ${issue?.message}`;
}
