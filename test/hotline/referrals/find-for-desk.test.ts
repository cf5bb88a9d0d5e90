import { describe, expect, it } from '@jest/globals';
import { readSetFiles } from '../../../src/adapters/files/read-set-files.ts';
import { createMemoryFlowSets } from '../../../src/adapters/memory/flow-sets.ts';
import { createFindForDesk } from '../../../src/hotline/referrals/find-for-desk.ts';
import { openSetLibrary } from '../../../src/hotline/set-library.ts';
import { wordsOf } from '../../../src/words-of.ts';
import { readSetOnce } from '../../support/read-set-once.ts';
import { keptLog } from '../samples.ts';

const service = (id: string, over: object) => ({
  ...{
    id,
    name: `Shelter ${id}`,
    status: 'active',
    assured_date: '2026-01-01',
    organization: { id, name: `House ${id}` },
  },
  ...{
    phones: [{ number: '713-555-0100' }],
    attributes: [{ taxonomy_term: { code: 'shelter' } }],
    source: { name: 'x' },
  },
  ...over,
});
const at = (address: object, confidential = false) => ({
  service_at_locations: [{ location: { id: 'place', confidential, addresses: [address] } }],
});
const houston = { address_1: '9 Hidden Lane', city: 'Houston', state_province: 'TX', postal_code: '77002' };
const services = [
  service('secret', at(houston, true)),
  service('open', at({ ...houston, address_1: '1 Main St' })),
  service('stale', { ...at(houston), reverify_by: '2026-06-01' }),
  service('fresh', { ...at(houston), reverify_by: '2026-06-02' }),
  service('shut', { ...at(houston), status: 'temporarily closed' }),
];
const { files } = await readSetFiles('.');
const opened = await openSetLibrary({
  files: {
    ...files,
    'directory/sample.json': JSON.stringify({ services: services.map((one, n) => numbered(one, n)) }),
  },
  ...{ flowSets: createMemoryFlowSets(), createWords: wordsOf, readChecked: readSetOnce, log: keptLog() },
});
if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
const find = createFindForDesk({ library: opened.library, clock: { now: () => Date.UTC(2026, 5, 2) } });

function numbered<T extends object>(one: T, n: number): T {
  return JSON.parse(JSON.stringify(one).replaceAll('"id":"place"', `"id":"place-${n}"`));
}
const ask = (request: string, place = '', over: object = {}) =>
  find({ request, place, language: 'en', after: 0, ...over });

describe('a referral at the desk', () => {
  it('is what the bot would offer, in the bot’s words and the texter’s language', () => {
    const found = ask('shelter', 'Houston TX', { language: 'es' });
    expect(found).toMatchObject({ kind: 'found', reach: 'near' });
    const open = found.kind === 'found' ? found.entries.find(({ id }) => id === 'open') : undefined;
    expect(open?.text).toBe('Shelter open, Houston, TX: 713-555-0100.');
  });

  it('is never past the day by which it was to be checked again, nor of a place that is shut', () => {
    const first = ask('shelter', 'Houston TX');
    const ids = first.kind === 'found' ? first.entries.map(({ id }) => id) : [];
    expect(ids.sort()).toEqual(['fresh', 'open', 'secret']);
  });

  it('holds no address, and of a confidential place not even its town', () => {
    const found = ask('shelter', 'Houston TX');
    expect(JSON.stringify(found)).not.toMatch(/Hidden Lane|Main St|77002/);
    const secret = found.kind === 'found' ? found.entries.find(({ id }) => id === 'secret') : undefined;
    expect(secret).toMatchObject({ area: 'TX', text: 'Shelter secret, TX: 713-555-0100.' });
  });

  it('is found by an organization’s name too, and asks where it has to', () => {
    expect(ask('House open')).toMatchObject({ kind: 'found', reach: 'named', entries: [{ id: 'open' }] });
    expect(ask('shelter', 'Springfield')).toMatchObject({ kind: 'which-place' });
    expect(ask('a shelter for tonight', '')).toMatchObject({ kind: expect.stringMatching(/found|where|nothing/) });
  });
});
