import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { WordListSchema } from '../../src/understanding/lists.ts';
import { compilePlaces, PlaceListSchema } from '../../src/understanding/place-lists.ts';
import { compileServices, ServiceListSchema } from '../../src/understanding/service-lists.ts';

function parsed(folder: string): unknown[] {
  const url = new URL(`../../flows/${folder}/`, import.meta.url);
  return readdirSync(url).map((name) => parse(readFileSync(new URL(name, url), 'utf8')));
}

/** The operators' own lists of places and services, as the line uses them. */
export const realPlaces = compilePlaces(parsed('places').map((list) => PlaceListSchema.parse(list)));
export const realServices = compileServices(
  parsed('services').map((list) => ServiceListSchema.parse(list)),
  parsed('words').map((list) => WordListSchema.parse(list)),
);
