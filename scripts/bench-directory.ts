// Measures the search over a directory of 100,000 invented services, as the line would hold it: memory, and how long a search takes.
import { parseArgs } from 'node:util';
import zipcodes from 'zipcodes/lib/codes.js';
import { indexDirectory } from '../src/directory/directory-index.ts';
import type { Listing } from '../src/directory/listing.ts';
import { type DirectoryQuery, searchDirectory } from '../src/directory/search-directory.ts';

const KINDS = [
  'shelter',
  'legal',
  'immigration',
  'case-management',
  'counseling',
  'transportation',
  'advocacy',
  'other',
];
const SEARCHES = 5_000;

const { values } = parseArgs({ options: { services: { type: 'string', default: '100000' } } });
const services = Number(values.services);

/** A small generator of our own (mulberry32), so that each run measures the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(233_733);
const zips = Object.values(zipcodes.codes);

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Services lie where ZIP codes lie, so cities are as crowded as they are. */
function* invented(): Iterable<Listing> {
  for (let number = 0; number < services; number++) {
    const { city, state, latitude, longitude } = pick(zips);
    yield {
      id: `service-${number}`,
      name: `Example ${city} Help ${number}`,
      organization: `Example Organization ${number % 20_000}`,
      number: `713-555-01${String(number % 100).padStart(2, '0')}`,
      services: [...new Set([pick(KINDS), pick(KINDS)])],
      languages: ['en', pick(['es', 'zh', 'ht', 'vi'])],
      national: number % 5_000 === 0,
      states: [state],
      area: `${city}, ${state}`,
      latitude: latitude + random() / 20,
      longitude: longitude + random() / 20,
      verified: random() < 0.5,
      reverifyBy: '2030-01-01',
    };
  }
}

function query(): DirectoryQuery {
  const { zip, city, state } = pick(zips);
  const place = pick([
    { zip },
    { city, state },
    { state },
    { zip: '10001' },
    { city: 'Los Angeles', state: 'CA' },
    { state: 'CA' },
  ]);
  const after = pick([0, 0, 0, 3]);
  return { services: [pick(KINDS)], place, language: pick(['en', 'es']), today: '2026-06-01', after };
}

searchDirectory(indexDirectory([]), query()); // the table of ZIP codes is drawn at first use
global.gc?.();
const before = process.memoryUsage();
const started = performance.now();
const index = indexDirectory(invented());
const built = performance.now() - started;
global.gc?.();
const after = process.memoryUsage();
const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;

const times = Array.from({ length: SEARCHES }, () => {
  const one = query();
  const start = performance.now();
  searchDirectory(index, one);
  return performance.now() - start;
}).sort((a, b) => a - b);
const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));

console.log(
  JSON.stringify({
    services,
    searches: SEARCHES,
    builtMs: Math.round(built),
    indexMb: Math.round(held / 1e6),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    worstMs: at(0.9999),
  }),
);
