import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findReferrals } from '../../src/directory/find-referrals.ts';
import { readDirectory } from '../../src/directory/read-directory.ts';

const national = readFileSync(new URL('../../directory/national.json', import.meta.url), 'utf8');
const { directory, faults } = readDirectory({ 'directory/national.json': national });

function service(id: string, changes: object = {}) {
  return {
    id,
    name: id,
    status: 'active',
    assured_date: '2026-01-01',
    organization: { id, name: id },
    phones: [{ number: '555-0100' }],
    languages: [{ code: 'en' }],
    service_areas: [{ extent_type: 'country', extent: 'US' }],
    attributes: [{ taxonomy_term: { code: 'pay' } }],
    source: { name: 'a test' },
    ...changes,
  };
}

function directoryOf(...services: object[]) {
  return readDirectory({ 'directory/test.json': JSON.stringify({ services }) }).directory;
}

describe('directory/national.json', () => {
  it('reads without a fault, and each entry names its source and day', () => {
    expect(faults).toEqual([]);
    expect(directory.services.length).toBeGreaterThanOrEqual(7);
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

describe('findReferrals', () => {
  it('finds nothing for a need that nobody serves', () => {
    expect(findReferrals(directory, { service: 'astrology', language: 'en' })).toEqual([]);
  });

  it('offers three at most', () => {
    const four = directoryOf(service('a'), service('b'), service('c'), service('d'));
    expect(findReferrals(four, { language: 'en' }).map((entry) => entry.id)).toEqual(['a', 'b', 'c']);
  });

  it('never offers a closed service', () => {
    const closed = directoryOf(service('a', { status: 'defunct' }), service('b', { status: 'inactive' }));
    expect(findReferrals(closed, { language: 'en' })).toEqual([]);
  });

  it('puts the state of the texter before the country, and their language before others', () => {
    const ohio = { service_areas: [{ extent_type: 'state', extent: 'OH' }] };
    const spanish = { languages: [{ code: 'es' }] };
    const mixed = directoryOf(service('us'), service('us-es', spanish), service('ohio', ohio));
    expect(findReferrals(mixed, { state: 'OH', language: 'es' }).map((entry) => entry.id)).toEqual([
      'ohio',
      'us-es',
      'us',
    ]);
    expect(findReferrals(mixed, { state: 'TX', language: 'en' }).map((entry) => entry.id)).toEqual(['us', 'us-es']);
  });
});

describe('readDirectory', () => {
  it.each([
    ['not JSON', '{', 'this is not JSON'],
    ['no phone', JSON.stringify({ services: [service('a', { phones: [] })] }), 'services.0.phones'],
    ['no day', JSON.stringify({ services: [service('a', { assured_date: 'last year' })] }), 'services.0.assured_date'],
    ['two of one id', JSON.stringify({ services: [service('a'), service('a')] }), 'two services have the id "a"'],
  ])('tells %s', (_, text, message) => {
    expect(readDirectory({ 'directory/x.json': text }).faults[0]?.message).toContain(message);
  });

  it('keeps no address, so that none can be sent', () => {
    const read = directoryOf(service('a', { locations: [{ address: '1 Hidden Lane' }] }));
    expect(JSON.stringify(read)).not.toContain('Hidden');
  });
});
