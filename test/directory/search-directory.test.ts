import { describe, expect, it } from '@jest/globals';
import { SegmentedMessage } from 'sms-segments-calculator';
import { LONGEST_NAME } from '../../src/directory/directory.ts';
import { indexed } from '../../src/directory/find-referrals.ts';
import type { DirectoryQuery } from '../../src/directory/search-directory.ts';
import { searchDirectory } from '../../src/directory/search-directory.ts';
import { at, directoryOf, service } from './a-service.ts';

const nation = { service_areas: [{ extent_type: 'country', extent: 'US' }] };
const texas = { service_areas: [{ extent_type: 'state', extent: 'TX' }] };
const verified = { verified: true };
const of = (...codes: string[]) => ({ attributes: codes.map((code) => ({ taxonomy_term: { code } })) });

function ask(services: object[], query: Partial<DirectoryQuery>) {
  const whole: DirectoryQuery = { services: ['shelter'], place: null, language: 'en', today: '2026-06-01', ...query };
  return searchDirectory(indexed(directoryOf(...services)), whole);
}

function ids(services: object[], query: Partial<DirectoryQuery>): string[] {
  const answer = ask(services, query);
  return answer.kind === 'found' ? answer.entries.map(({ id }) => id) : [];
}

const houston = service('houston', at('h', 'Houston', 'TX'));
const pasadena = service('pasadena', at('p', 'Pasadena', 'TX'));
const dallas = service('dallas', at('d', 'Dallas', 'TX'));
const us = service('us', nation);

describe('searching by place', () => {
  it.each([
    ['ZIP', { zip: '77002' }],
    ['a ZIP newer than the table', { zip: '77000' }],
    ['city', { city: 'Houston' }],
    ['city and state', { city: 'Houston', state: 'TX' }],
  ])('offers the nearest first by %s', (_, place) => {
    const answer = ids([pasadena, dallas, houston, us], { place });
    expect(answer).toHaveLength(2);
    expect(answer).toEqual(expect.arrayContaining(['houston', 'pasadena']));
    expect(answer).not.toContain('us');
  });

  it('puts the nearest before the near', () => {
    expect(ids([pasadena, houston], { place: { zip: '77002' } })).toEqual(['houston', 'pasadena']);
    expect(ids([pasadena, houston], { place: { zip: '77502' } })).toEqual(['pasadena', 'houston']);
  });

  it('lists a state', () => {
    expect(ids([houston, dallas, us, service('ohio', at('o', 'Akron', 'OH'))], { place: { state: 'TX' } })).toEqual([
      'dallas',
      'houston',
    ]);
  });

  it('adds what serves the whole state after what is near', () => {
    expect(ids([service('a-state', texas), houston], { place: { city: 'Houston', state: 'TX' } })).toEqual([
      'houston',
      'a-state',
    ]);
  });

  it.each([
    ['nothing is near', { city: 'Anchorage', state: 'AK' }],
    ['no place is known', null],
    ['the town is unknown', { city: 'Nowhere At All' }],
  ])('offers the national lines when %s', (_, place) => {
    expect(ask([houston, us], { place })).toMatchObject({ kind: 'found', reach: 'national', entries: [{ id: 'us' }] });
  });

  it.each([
    ['Springfield', { city: 'Springfield', ambiguous: true }, 'MA'],
    ['Portland', { city: 'Portland', ambiguous: true }, 'ME'],
    ['Columbus', { city: 'Columbus', ambiguous: true }, 'GA'],
    ['Washington', { state: 'WA', ambiguous: true }, 'DC'],
  ])('asks which %s, and then answers', (_, place, state) => {
    const answer = ask([us], { place });
    expect(answer).toMatchObject({ kind: 'which-place' });
    const choices = answer.kind === 'which-place' ? answer.choices : [];
    expect(choices.length).toBeLessThanOrEqual(4);
    const chosen = choices.find((choice) => choice.state === state);
    expect(ask([us], { place: chosen ?? null }).kind).toBe('found');
    expect(chosen).toBeDefined();
  });
});

describe('what comes first', () => {
  it('is what is verified, even a little further away', () => {
    const far = service('far', { ...at('f', 'Pasadena', 'TX'), ...verified });
    expect(ids([houston, far], { place: { city: 'Houston', state: 'TX' } })).toEqual(['far', 'houston']);
  });

  it('is then what gives all that is asked', () => {
    const both = service('both', { ...at('b', 'Pasadena', 'TX'), ...of('shelter', 'legal') });
    const query = { services: ['shelter', 'legal'], place: { city: 'Houston', state: 'TX' } };
    expect(ids([houston, both], query)).toEqual(['both', 'houston']);
  });

  it('is of two as fit what speaks the language', () => {
    const spanish = service('z-es', { ...nation, languages: [{ code: 'es' }] });
    expect(ids([us, spanish], { language: 'es' })).toEqual(['z-es', 'us']);
  });
});

describe('three at a time', () => {
  const many = [1, 2, 3, 4, 5, 6, 7].map((number) => service(`s${number}`, at(`l${number}`, 'Houston', 'TX')));

  it('goes on where it stopped until all were said, none twice', () => {
    const said: string[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const answer = ask(many, { place: { city: 'Houston' }, after });
      if (answer.kind !== 'found') throw new Error(answer.kind);
      expect(answer.entries.length).toBeLessThanOrEqual(3);
      said.push(...answer.entries.map(({ id }) => id));
      after = answer.more;
    }
    expect(said).toEqual(['s1', 's2', 's3', 's4', 's5', 's6', 's7']);
  });

  it('says a service of several places once', () => {
    const places = ['Houston', 'Pasadena'].map((city) => ({
      location: { id: city, addresses: [{ city, state_province: 'TX' }] },
    }));
    expect(ids([service('two', { service_at_locations: places })], { place: { city: 'Houston' } })).toEqual(['two']);
  });
});

describe('what is never offered', () => {
  it.each([
    ['closed', { status: 'defunct' }],
    ['paused', { status: 'temporarily closed' }],
    ['past its day', { reverify_by: '2026-05-31' }],
    ['of another kind', of('legal')],
  ])('is what is %s', (_, changes) => {
    expect(ask([service('a', { ...nation, ...changes })], {})).toEqual({ kind: 'nothing' });
  });

  it('is offered on its last day', () => {
    expect(ids([service('a', { ...nation, reverify_by: '2026-06-01' })], {})).toEqual(['a']);
  });
});

describe('searching by name', () => {
  const house = service('h', {
    ...at('t', 'Tampa', 'FL'),
    name: 'Night beds',
    organization: { id: 'o', name: 'Éxample Harbor House' },
  });

  it.each(['harbor house', 'the Harbor House', 'example harbor', 'EXAMPLE HOUSE'])('finds %j', (organization) => {
    expect(ids([house, houston], { organization, services: [] })).toEqual(['h']);
  });

  it('finds nothing for a name that nobody bears', () => {
    expect(ask([house], { organization: 'harbor palace', services: [] })).toEqual({ kind: 'nothing' });
    expect(ask([house], { organization: '', services: [] })).toEqual({ kind: 'nothing' });
  });
});

it('an entry fits into two segments of a text, in any language', () => {
  const text = `${'ñ你'.repeat(LONGEST_NAME / 2)}, Rancho Cucamonga, CA: 800-555-0100-123456`;
  expect(new SegmentedMessage(text).segmentsCount).toBeLessThanOrEqual(2);
});
