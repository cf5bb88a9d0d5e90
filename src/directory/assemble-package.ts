import { type Directory, serviceSchema } from './directory.ts';
import { fromSafeCell } from './formula-safe.ts';
import type { Row, Table } from './package-tables.ts';

/** What is wrong in a row, where, and how to mend it. */
export interface RowFault {
  file: string;
  line: number;
  column: number;
  field: string;
  message: string;
  mend: string;
}

type Parts =
  | 'phones'
  | 'languages'
  | 'service_areas'
  | 'schedules'
  | 'attributes'
  | 'service_at_location'
  | 'addresses';

/** Puts a directory together from the rows of a data package, in any order. With a fault there is no directory. */
export function assemblePackage(rows: Iterable<Row>): { directory: Directory; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const keyed: Record<'organizations' | 'services' | 'locations' | 'taxonomy_terms', Map<string, Row>> = {
    organizations: new Map(),
    services: new Map(),
    locations: new Map(),
    taxonomy_terms: new Map(),
  };
  const parts: Row[] = [];
  for (const row of rows) {
    if (!(row.table in keyed)) {
      parts.push(row);
      continue;
    }
    const table = keyed[row.table as keyof typeof keyed];
    const id = row.values.id;
    if (id === undefined) faults.push(fault(row, 'id', 'there is no id', 'give each row an id of its own'));
    else if (table.has(id)) faults.push(fault(row, 'id', `"${id}" stands twice`, 'give each row an id of its own'));
    else table.set(id, row);
  }
  const belonging = belongings(parts, keyed, faults);
  const directory: Directory = { services: [] };
  for (const [id, row] of keyed.services) {
    const { service, rowAt } = rawService(
      row,
      (table, owner) => belonging.get(`${table} ${owner}`) ?? [],
      keyed,
      faults,
    );
    const parsed = serviceSchema.safeParse(service);
    if (parsed.success) directory.services.push(parsed.data);
    else {
      for (const { path, message } of parsed.error.issues) {
        const [at, field] = rowAt(path);
        faults.push(fault(at, field, message, mendFor(at, field, id)));
      }
    }
  }
  return { directory: faults.length > 0 ? { services: [] } : directory, faults };
}

const OWNERS: Record<Parts, [field: string, table: 'services' | 'locations']> = {
  phones: ['service_id', 'services'],
  languages: ['service_id', 'services'],
  service_areas: ['service_id', 'services'],
  schedules: ['service_id', 'services'],
  attributes: ['link_id', 'services'],
  service_at_location: ['service_id', 'services'],
  addresses: ['location_id', 'locations'],
};

/** Each part's rows by "table owner". What belongs to another kind of thing, such as an organization's phone, is let through unread. */
function belongings(
  parts: readonly Row[],
  keyed: Record<string, Map<string, Row>>,
  faults: RowFault[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of parts) {
    const [field, table] = OWNERS[row.table as Parts];
    const owner = row.values[field];
    if (owner === undefined || (row.values.link_entity ?? 'service') !== 'service') continue;
    if (!keyed[table]?.has(owner)) {
      faults.push(
        fault(row, field, `no row of ${table} has the id "${owner}"`, `write an id of ${table}, or take this row out`),
      );
      continue;
    }
    const key = `${row.table} ${owner}`;
    const list = found.get(key);
    if (list) list.push(row);
    else found.set(key, [row]);
  }
  return found;
}

type RowAt = (path: readonly PropertyKey[]) => [row: Row, field: string];

function rawService(
  row: Row,
  partsOf: (table: Table, owner: string) => readonly Row[],
  keyed: Record<'organizations' | 'locations' | 'taxonomy_terms', Map<string, Row>>,
  faults: RowFault[],
): { service: unknown; rowAt: RowAt } {
  const { id = '', organization_id: organizationId = '', source_name: source } = row.values;
  const organization = keyed.organizations.get(organizationId);
  if (!organization) {
    const message = `no row of organizations has the id "${organizationId}"`;
    faults.push(fault(row, 'organization_id', message, 'write the id of its organization'));
  }
  const tables = {
    phones: 'phones',
    languages: 'languages',
    service_areas: 'service_areas',
    schedules: 'schedules',
  } as const;
  const attributes = partsOf('attributes', id);
  const places = partsOf('service_at_location', id).flatMap((link) => {
    const location = keyed.locations.get(link.values.location_id ?? '');
    if (location) return [location];
    const message = `no row of locations has the id "${link.values.location_id ?? ''}"`;
    faults.push(fault(link, 'location_id', message, 'write the id of a location, or take this row out'));
    return [];
  });
  const addresses = places.map((place) => partsOf('addresses', place.values.id ?? ''));
  const service = {
    ...text(row),
    verified: truth(row.values.verified),
    organization: organization ? text(organization) : { id: organizationId, name: organizationId },
    ...Object.fromEntries(Object.values(tables).map((table) => [table, partsOf(table, id).map(text)])),
    attributes: attributes.map(({ values: { taxonomy_term_id: term = '' } }) => ({
      taxonomy_term: { code: keyed.taxonomy_terms.get(term)?.values.code ?? term },
    })),
    service_at_locations: places.map((place, at) => ({
      location: {
        ...text(place),
        confidential: truth(place.values.confidential),
        ...numbers(place, ['latitude', 'longitude']),
        addresses: (addresses[at] ?? []).map(text),
      },
    })),
    source: { name: source === undefined ? undefined : fromSafeCell(source) },
  };
  const rowAt: RowAt = ([first, second, third, fourth, fifth, sixth]) => {
    const at = typeof second === 'number' ? second : 0;
    if (first === 'organization')
      return organization ? [organization, String(second ?? 'name')] : [row, 'organization_id'];
    if (first === 'source') return [row, 'source_name'];
    if (first === 'attributes') return [attributes[at] ?? row, 'taxonomy_term_id'];
    if (first === 'service_at_locations') {
      // service_at_locations, its number, location, addresses, its number, the field
      const address = third === 'location' && fourth === 'addresses' ? addresses[at]?.[Number(fifth)] : undefined;
      return address ? [address, String(sixth ?? 'id')] : [places[at] ?? row, String(fourth ?? 'id')];
    }
    const part = typeof first === 'string' && first in tables ? partsOf(first as Table, id)[at] : undefined;
    return part ? [part, String(third ?? 'id')] : [row, String(first)];
  };
  return { service, rowAt };
}

function text({ values }: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fromSafeCell(value)]));
}

/** "maybe" stays what it is, and is told as a fault: a place must not be taken for public by a slip of the pen. */
function truth(value: string | undefined): boolean | string | undefined {
  if (value === undefined) return undefined;
  const small = value.trim().toLowerCase();
  if (['true', 'yes', '1'].includes(small)) return true;
  return ['false', 'no', '0'].includes(small) ? false : value;
}

function numbers({ values }: Row, fields: readonly string[]): Record<string, number | string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [[field, /^-?\d+(\.\d+)?$/u.test(value) ? Number(value) : value]];
    }),
  );
}

function mendFor(row: Row, field: string, service: string): string {
  if (field === 'phones') return `add a row to phones with the service_id "${service}"`;
  if (row.values[field] === undefined) return `fill in ${field}`;
  return `change ${field}`;
}

function fault(row: Row, field: string, message: string, mend: string): RowFault {
  return { file: row.file, line: row.line, column: row.columnOf(field), field, message, mend };
}
