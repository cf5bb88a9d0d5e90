import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findReferrals, indexed } from '../../src/directory/find-referrals.ts';
import { listingsOf } from '../../src/directory/listing.ts';
import { readDirectory } from '../../src/directory/read-directory.ts';
import { searchDirectory } from '../../src/directory/search-directory.ts';
import { directoryOf, service } from './a-service.ts';

function read(name: string) {
  const file = `directory/${name}.json`;
  return readDirectory({ [file]: readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') });
}

describe('directory/national.json', () => {
  const { directory, faults } = read('national');

  it('reads without a fault, and each entry says until when it holds', () => {
    expect(faults).toEqual([]);
    expect(directory.services.length).toBeGreaterThanOrEqual(7);
    expect(directory.services.filter(({ reverify_by: by }) => by === undefined)).toEqual([]);
  });

  it.each([
    ['suicide', '988'],
    ['partner', '800-799-7233'],
    ['assault', '800-656-4673'],
    ['child', '800-843-5678'],
    ['runaway', '800-786-2929'],
    ['pay', '866-487-9243'],
  ])('finds the national line for %s', (code, number) => {
    expect(findReferrals(directory, { service: code, language: 'en' }).map((entry) => entry.number)).toContain(number);
  });
});

describe('directory/sample.json', () => {
  const { directory, faults } = read('sample');

  it('is plainly invented: Example names, numbers kept for fiction', () => {
    expect(faults).toEqual([]);
    expect(directory.services.length).toBeGreaterThanOrEqual(20);
    for (const { name, phones } of directory.services) {
      expect(name).toMatch(/^Example /);
      for (const { number } of phones) expect(number).toMatch(/^\d{3}-555-01\d\d$/);
    }
  });
});

describe('a confidential address', () => {
  const secret = {
    id: 'safe',
    name: 'The yellow house',
    confidential: true,
    latitude: 29.7604,
    longitude: -95.3698,
    addresses: [
      {
        address_1: '12 Hidden Lane',
        address_2: 'Back door',
        city: 'Houston',
        state_province: 'TX',
        postal_code: '77002',
      },
    ],
  };
  const hidden = directoryOf(
    service('a', { description: 'Open at night', service_at_locations: [{ location: secret }] }),
  );
  const words = ['Hidden', 'Back door', '77002', 'yellow', '29.7604', '95.3698'];

  it('is not kept by the directory', () => {
    for (const word of words) expect(JSON.stringify(hidden)).not.toContain(word);
  });

  it('cannot be had by any search, though the shelter is found', () => {
    const queries = [{ city: 'Houston' }, { zip: '77002' }, { state: 'TX' }];
    for (const place of queries) {
      const query = { services: [], place, language: 'en', today: '2026-06-01' };
      const answer = searchDirectory(indexed(hidden), query);
      expect(answer).toMatchObject({ kind: 'found', entries: [{ id: 'a', area: 'TX' }] });
      for (const word of words) expect(JSON.stringify(answer)).not.toContain(word);
    }
  });

  it('has no field in a listing, and neither has any address', () => {
    const open = { ...secret, confidential: false };
    const [listing] = listingsOf(directoryOf(service('a', { service_at_locations: [{ location: open }] })));
    expect(listing).toMatchObject({ area: 'Houston, TX' });
    expect(JSON.stringify(listing)).not.toContain('Hidden');
  });

  it('is refused in a name that is sent', () => {
    const named = service('a', { name: 'Shelter at 12 hidden lane', service_at_locations: [{ location: secret }] });
    const { directory, faults } = readDirectory({ 'directory/x.json': JSON.stringify({ services: [named] }) });
    expect(directory.services).toEqual([]);
    expect(faults[0]?.message).toContain('confidential');
  });
});

describe('readDirectory', () => {
  it.each([
    ['not JSON', '{', 'this is not JSON'],
    ['no phone', JSON.stringify({ services: [service('a', { phones: [] })] }), 'services.0.phones'],
    ['no day', JSON.stringify({ services: [service('a', { assured_date: 'last year' })] }), 'services.0.assured_date'],
    ['two of one id', JSON.stringify({ services: [service('a'), service('a')] }), 'two services have the id "a"'],
    [
      'an organization of two names',
      JSON.stringify({ services: [service('a'), service('b', { organization: { id: 'a', name: 'other' } })] }),
      'two names',
    ],
    ['a long name', JSON.stringify({ services: [service('a', { name: 'x'.repeat(71) })] }), 'at most 70'],
  ])('tells %s', (_, text, message) => {
    expect(readDirectory({ 'directory/x.json': text }).faults[0]?.message).toContain(message);
  });
});
