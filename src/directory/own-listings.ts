import type { Service } from './directory.ts';

/** Where a set keeps what staff have approved beside the directory that came with it. */
const OWN = 'directory/own-listings.json';

/** The files of a set with the line's own listings among them; each takes the place of the directory's service of its id. */
export function withListings(
  files: Readonly<Record<string, string>>,
  listings: readonly Service[],
): Record<string, string> {
  if (listings.length === 0) return { ...files };
  const own = new Set(listings.map(({ id }) => id));
  const others = Object.entries(files).map(([path, text]): [string, string] => {
    if (!/^directory\/[^/]+\.json$/.test(path) || ![...own].some((id) => text.includes(id))) return [path, text];
    const directory: { services?: { id?: string }[] } = JSON.parse(text);
    const services = directory.services?.filter(({ id = '' }) => !own.has(id));
    return [path, JSON.stringify({ ...directory, services })];
  });
  const sorted = listings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...Object.fromEntries(others), [OWN]: JSON.stringify({ services: sorted }) };
}
