import type { Directory, Service } from './directory.ts';
import { toSafeCell } from './formula-safe.ts';
import { TABLES, type Table } from './package-tables.ts';

type Values = Record<string, string | number | boolean | undefined>;

/** A directory as the rows of a tabular data package, each a table's cells in the order of its columns, safe for spreadsheets. */
export function* packageRows({ services }: Directory): Iterable<{ table: Table; cells: string[] }> {
  const written = new Set<string>();
  const once = function* (table: Table, id: string, values: Values) {
    if (written.has(`${table} ${id}`)) return;
    written.add(`${table} ${id}`);
    yield row(table, { id, ...values });
  };
  for (const service of services) {
    yield* once('organizations', service.organization.id, { name: service.organization.name });
    const { id, name, description, status, assured_date, reverify_by, verified, organization, source } = service;
    const told = { id, name, description, status, assured_date, reverify_by, verified };
    yield row('services', { ...told, organization_id: organization.id, source_name: source.name });
    yield* partsOf(service);
    for (const [at, { taxonomy_term: term }] of service.attributes.entries()) {
      yield* once('taxonomy_terms', term.code, { code: term.code });
      const link = { link_id: service.id, link_entity: 'service', taxonomy_term_id: term.code };
      yield row('attributes', { id: `${service.id}-attribute-${at + 1}`, ...link });
    }
    for (const [at, { location }] of service.service_at_locations.entries()) {
      const { id, name, confidential, latitude, longitude } = location;
      const known = written.has(`locations ${id}`);
      yield* once('locations', id, { name, confidential, latitude, longitude });
      for (const [number, address] of known ? [] : location.addresses.entries()) {
        yield row('addresses', { ...address, id: `${id}-address-${number + 1}`, location_id: id });
      }
      yield row('service_at_location', {
        id: `${service.id}-location-${at + 1}`,
        service_id: service.id,
        location_id: id,
      });
    }
  }
}

function* partsOf(service: Service): Iterable<{ table: Table; cells: string[] }> {
  for (const table of ['phones', 'languages', 'service_areas', 'schedules'] as const) {
    for (const [at, part] of service[table].entries()) {
      yield row(table, { ...part, id: `${service.id}-${table}-${at + 1}`, service_id: service.id });
    }
  }
}

function row(table: Table, values: Values): { table: Table; cells: string[] } {
  return { table, cells: TABLES[table].map((column) => toSafeCell(String(values[column] ?? ''))) };
}
