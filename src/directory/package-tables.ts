/** The tables of HSDS 3 that the line reads and writes, each with its columns; the first is the table's key. */
export const TABLES = {
  organizations: ['id', 'name'],
  services: [
    'id',
    'organization_id',
    'name',
    'description',
    'status',
    'assured_date',
    'reverify_by',
    'verified',
    'source_name',
  ],
  phones: ['id', 'service_id', 'number', 'type'],
  languages: ['id', 'service_id', 'code'],
  service_areas: ['id', 'service_id', 'extent_type', 'extent'],
  schedules: ['id', 'service_id', 'description'],
  taxonomy_terms: ['id', 'code'],
  attributes: ['id', 'link_id', 'link_entity', 'taxonomy_term_id'],
  locations: ['id', 'name', 'confidential', 'latitude', 'longitude'],
  addresses: ['id', 'location_id', 'address_1', 'address_2', 'city', 'state_province', 'postal_code'],
  service_at_location: ['id', 'service_id', 'location_id'],
} as const;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as Table[];

/** Columns that a table cannot do without. */
export const NEEDED: { readonly [T in Table]?: readonly string[] } = {
  organizations: ['id', 'name'],
  services: ['id', 'organization_id', 'name', 'status', 'assured_date', 'source_name'],
  phones: ['service_id', 'number'],
};

/** One row of a table, with its place in its file. */
export interface Row {
  table: Table;
  file: string;
  /** Counts from 1, the header being line 1. */
  line: number;
  /** Fields that hold something. */
  values: Readonly<Record<string, string>>;
  /** Where a field begins on its line, from 1. */
  columnOf(field: string): number;
}

/** datapackage.json: which file is which table, as Frictionless Data describes a tabular data package. */
export function packageDescriptor(): object {
  return {
    profile: 'tabular-data-package',
    name: 'referral-directory',
    resources: TABLE_NAMES.map((table) => ({
      profile: 'tabular-data-resource',
      name: table,
      path: `${table}.csv`,
      encoding: 'utf-8',
      schema: { fields: TABLES[table].map((name) => ({ name, type: 'string' })), primaryKey: 'id' },
    })),
  };
}
