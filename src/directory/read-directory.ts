import { type Directory, directorySchema } from './directory.ts';

export interface DirectoryFault {
  file: string;
  message: string;
  /** Where in the file's data; empty when it is not JSON. */
  path: readonly PropertyKey[];
}

/** Reads every directory/*.json of a set into one directory. Faults are values: the file and what is wrong in it. */
export function readDirectory(files: Readonly<Record<string, string>>): {
  directory: Directory;
  faults: DirectoryFault[];
} {
  const directory: Directory = { services: [] };
  const faults: DirectoryFault[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (!/^directory\/[^/]+\.json$/.test(file)) continue;
    const read = parseDirectory(text);
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    directory.services.push(...read.directory.services);
  }
  const ids = new Set<string>();
  for (const { id } of directory.services) {
    if (ids.has(id)) faults.push({ file: 'directory', message: `two services have the id "${id}"`, path: [] });
    ids.add(id);
  }
  return { directory, faults };
}

/** Reads one file of HSDS JSON. With a fault the directory is empty: half a directory is none. */
export function parseDirectory(text: string): { directory: Directory; faults: Omit<DirectoryFault, 'file'>[] } {
  const none: Directory = { services: [] };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { directory: none, faults: [{ message: 'this is not JSON', path: [] }] };
  }
  const parsed = directorySchema.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ message: `${path.join('.')}: ${message}`, path }));
    return { directory: none, faults };
  }
  const faults = disagreements(parsed.data);
  return { directory: faults.length > 0 ? none : parsed.data, faults };
}

/** What is told twice must be told alike: two services of one organization or place. */
function disagreements({ services }: Directory): Omit<DirectoryFault, 'file'>[] {
  const told = new Map<string, string>();
  const faults: Omit<DirectoryFault, 'file'>[] = [];
  const same = (key: string, value: unknown, message: string, path: PropertyKey[]) => {
    const known = told.get(key);
    const now = JSON.stringify(value);
    if (known !== undefined && known !== now) faults.push({ message, path });
    told.set(key, now);
  };
  for (const [at, { organization, service_at_locations: places }] of services.entries()) {
    const { id, name } = organization;
    const path = ['services', at];
    same(`organization ${id}`, name, `the organization "${id}" has two names; give one of them another id`, [
      ...path,
      'organization',
    ]);
    for (const { location } of places) {
      const message = `the location "${location.id}" is told in two ways; give one of them another id`;
      same(`location ${location.id}`, location, message, [...path, 'service_at_locations']);
    }
  }
  return faults;
}
