import type { Directory } from '../../src/directory/directory.ts';
import { readDirectory } from '../../src/directory/read-directory.ts';

/** A service as a source tells it, nationwide unless changed. */
export function service(id: string, changes: object = {}): object {
  return {
    id,
    name: id,
    status: 'active',
    assured_date: '2026-01-01',
    organization: { id, name: id },
    phones: [{ number: '713-555-0100' }],
    languages: [{ code: 'en' }],
    service_areas: [],
    attributes: [{ taxonomy_term: { code: 'shelter' } }],
    source: { name: 'a test' },
    ...changes,
  };
}

/** A place of a service, as its `service_at_locations`. */
export function at(id: string, city: string, state: string): object {
  return { service_at_locations: [{ location: { id, addresses: [{ city, state_province: state }] } }] };
}

/** @throws when a service cannot be read */
export function directoryOf(...services: object[]): Directory {
  const { directory, faults } = readDirectory({ 'directory/test.json': JSON.stringify({ services }) });
  if (faults[0]) throw new Error(faults[0].message);
  return directory;
}
