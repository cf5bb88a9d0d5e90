import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assemblePackage } from '../../src/directory/assemble-package.ts';
import { type Directory, directorySchema } from '../../src/directory/directory.ts';
import { fromSafeCell, toSafeCell } from '../../src/directory/formula-safe.ts';
import { packageRows } from '../../src/directory/package-rows.ts';
import { type Row, TABLES } from '../../src/directory/package-tables.ts';
import { at, directoryOf, service } from './a-service.ts';

/** A directory's rows as a reader of CSV files hands them over. */
function rowsOf(directory: Directory): Row[] {
  return [...packageRows(directory)].map(({ table, cells }, line) => {
    const columns: readonly string[] = TABLES[table];
    const values = Object.fromEntries(columns.flatMap((name, cell) => (cells[cell] ? [[name, cells[cell]]] : [])));
    return { table, file: `${table}.csv`, line: line + 2, values, columnOf: (field) => columns.indexOf(field) + 1 };
  });
}

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const small = fc.integer({ min: 0, max: 4 });
const state = fc.constantFrom('TX', 'CA', 'NY');
const location = fc.record(
  {
    name: word,
    latitude: fc.integer({ min: -90_000, max: 90_000 }).map((number) => number / 1000),
    longitude: fc.integer({ min: -180_000, max: 180_000 }).map((number) => number / 1000),
    confidential: fc.boolean(),
    addresses: fc.array(
      fc.record({ address_1: word, city: word, state_province: state }, { requiredKeys: ['state_province'] }),
    ),
  },
  { requiredKeys: ['confidential'] },
);
const directory = fc
  .array(
    fc.record(
      {
        name: word,
        description: word,
        status: fc.constantFrom('active', 'inactive', 'defunct', 'temporarily closed'),
        verified: fc.boolean(),
        reverify_by: fc.constant('2027-01-01'),
        organization: small,
        phones: fc.array(
          fc.record({ number: fc.constantFrom('988', '713-555-0100'), type: word }, { requiredKeys: ['number'] }),
          { minLength: 1 },
        ),
        languages: fc.array(fc.record({ code: fc.constantFrom('en', 'es') })),
        service_areas: fc.array(fc.record({ extent_type: fc.constant('state'), extent: state })),
        schedules: fc.array(fc.record({ description: word })),
        attributes: fc.array(fc.record({ taxonomy_term: fc.record({ code: fc.constantFrom('shelter', 'legal') }) })),
        places: fc.array(location),
        source: fc.record({ name: word }),
      },
      { requiredKeys: ['name', 'status', 'organization', 'phones', 'places', 'source'] },
    ),
  )
  .map((list) => ({
    services: list.map(({ organization, places, ...rest }, number) => ({
      ...rest,
      id: `s${number}`,
      assured_date: '2026-01-01',
      organization: { id: `o${organization}`, name: `=Organization ${organization}` },
      service_at_locations: places.map((place, one) => ({ location: { ...place, id: `l${number}-${one}` } })),
    })),
  }));

describe('a data package', () => {
  it('brings back what was taken out', () => {
    fc.assert(
      fc.property(directory, (told) => {
        const parsed = directorySchema.safeParse(told);
        fc.pre(parsed.success);
        expect(assemblePackage(rowsOf(parsed.data))).toEqual({ directory: parsed.data, faults: [] });
      }),
      { numRuns: 150 },
    );
  });

  const good = directoryOf(service('a', at('l', 'Houston', 'TX')), service('b'));

  it.each<[string, (row: Row) => Partial<Row> | undefined, string, string, string]>([
    [
      'no phone',
      ({ table, values }) => (table === 'phones' && values.service_id === 'b' ? undefined : {}),
      'services.csv',
      'phones',
      'add a row',
    ],
    [
      'a number that cannot be dialled',
      ({ table }) => (table === 'phones' ? { values: { service_id: 'a', number: 'call us' } } : {}),
      'phones.csv',
      'number',
      'change number',
    ],
    [
      'a state in full',
      ({ table }) => (table === 'addresses' ? { values: { location_id: 'l', state_province: 'Texas' } } : {}),
      'addresses.csv',
      'state_province',
      'change',
    ],
    [
      'an owner that is not there',
      ({ table }) => (table === 'languages' ? { values: { service_id: 'zzz', code: 'en' } } : {}),
      'languages.csv',
      'service_id',
      'take this row out',
    ],
    [
      'an unknown organization',
      ({ table, values }) => (table === 'services' ? { values: { ...values, organization_id: 'zzz' } } : {}),
      'services.csv',
      'organization_id',
      'write the id',
    ],
    [
      'no id',
      ({ table }) => (table === 'organizations' ? { values: { name: 'a' } } : {}),
      'organizations.csv',
      'id',
      'give each row',
    ],
    [
      'a secret marked by a word that is neither yes nor no',
      ({ table }) => (table === 'locations' ? { values: { id: 'l', confidential: 'maybe' } } : {}),
      'locations.csv',
      'confidential',
      'change',
    ],
  ])('tells %s with its place, and is not half used', (_, change, file, field, mend) => {
    const rows = rowsOf(good).flatMap((row) => {
      const changed = change(row);
      return changed ? [{ ...row, ...changed }] : [];
    });
    const read = assemblePackage(rows);
    expect(read.directory.services).toEqual([]);
    expect(read.faults).toContainEqual(
      expect.objectContaining({ file, field, line: expect.any(Number), mend: expect.stringContaining(mend) }),
    );
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-x', '@SUM(A1)', '\tx', "'=1", '=cmd|calc'])('%j is no formula, and comes back', (value) => {
    expect(toSafeCell(value)).toMatch(/^'/);
    expect(fromSafeCell(toSafeCell(value))).toBe(value);
  });

  it.each(['-95.36', '12', 'plain', "it's", "'tis"])('%j stays as it is', (value) => {
    expect(toSafeCell(value)).toBe(value);
    expect(fromSafeCell(value)).toBe(value);
  });
});
