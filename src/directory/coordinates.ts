import zipcodes from 'zipcodes/lib/codes.js';

export interface Coordinates {
  latitude: number;
  longitude: number;
}

interface Sum extends Coordinates {
  count: number;
}

interface Atlas {
  /** By the first three digits of a ZIP code, for codes newer than the table. */
  areas: ReadonlyMap<string, Sum>;
  /** By "name" in small letters, then state. */
  cities: ReadonlyMap<string, ReadonlyMap<string, Sum>>;
}

/** The middle of a ZIP code or of a town; of several towns of one name without a state, the largest. */
export function coordinatesOf(place: { zip?: string; city?: string; state?: string }): Coordinates | undefined {
  const { areas, cities } = atlas();
  if (place.zip !== undefined) {
    const exact = zipcodes.codes[place.zip];
    if (exact) return { latitude: exact.latitude, longitude: exact.longitude };
    const area = areas.get(place.zip.slice(0, 3));
    if (area) return middle(area);
  }
  if (place.city === undefined) return undefined;
  const towns = cities.get(cityKey(place.city));
  const town = place.state === undefined ? [...(towns?.values() ?? [])].sort(larger)[0] : towns?.get(place.state);
  return town && middle(town);
}

/** The state in which a ZIP code lies. */
export function stateOfZip(zip: string): string | undefined {
  return zipcodes.codes[zip]?.state;
}

/** The states that have a town of this name, the largest town first, without those a tenth of its size and less. */
export function statesOfCity(city: string): string[] {
  const towns = [...(atlas().cities.get(cityKey(city)) ?? [])].sort(([, a], [, b]) => larger(a, b));
  const least = (towns[0]?.[1].count ?? 0) / 10;
  return towns.filter(([, { count }]) => count > least).map(([state]) => state);
}

function larger(a: Sum, b: Sum): number {
  return b.count - a.count;
}

function middle({ latitude, longitude, count }: Sum): Coordinates {
  return { latitude: latitude / count, longitude: longitude / count };
}

function cityKey(city: string): string {
  return city
    .toLowerCase()
    .replace(/\b(?:st|saint)\b\.?/u, 'saint')
    .replace(/\b(?:ft|fort)\b\.?/u, 'fort')
    .replace(/\bmc /u, 'mc')
    .replace(/[^\p{L}]/gu, '');
}

let drawn: Atlas | undefined;

/** Drawn at first use and kept. */
function atlas(): Atlas {
  drawn ??= draw();
  return drawn;
}

function draw(): Atlas {
  const areas = new Map<string, Sum>();
  const cities = new Map<string, Map<string, Sum>>();
  for (const code of Object.values(zipcodes.codes)) {
    add(areas, code.zip.slice(0, 3), code);
    const key = cityKey(code.city);
    const towns = cities.get(key) ?? new Map<string, Sum>();
    cities.set(key, towns);
    add(towns, code.state, code);
  }
  return { areas, cities };
}

function add(sums: Map<string, Sum>, key: string, { latitude, longitude }: Coordinates): void {
  const sum = sums.get(key);
  if (!sum) sums.set(key, { latitude, longitude, count: 1 });
  else {
    sum.latitude += latitude;
    sum.longitude += longitude;
    sum.count++;
  }
}
