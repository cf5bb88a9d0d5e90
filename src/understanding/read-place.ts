import { cityNamed, zipExists } from './cities.ts';
import type { Mark, Places } from './place-lists.ts';
import { findPlaceNames, type PlaceName } from './place-names.ts';
import { prepareText } from './prepare-text.ts';
import { AMBIGUOUS } from './well-known-cities.ts';

/** Where help is needed, as far as a text states it. */
export interface Place {
  /** Five digits. */
  zip?: string;
  /** English name in title case: St. Louis. */
  city?: string;
  /** USPS code; only when stated, save for Washington, DC. */
  state?: string;
  /** No state or ZIP is stated and several well-known places bear the name. */
  ambiguous?: true;
}

// Five digits alone, or ZIP+4. Longer numbers, phone numbers, prices and house numbers are not ZIP codes.
const ZIPS = /(?<![\d$#£€%]|\d[\s.,-]|\$\s)\d{5}(?:-\d{4})?(?![\d%$]|[-.,]\d|\s*-\s*\d)/gu;
const NOT_ZIP_BEFORE =
  /(?:owe[sd]?|owing|took|takes?|stole|gave|lent|borrowed|wants?|demands?|debt|debo|debe|deben|deuda|devo|dois|paid|pay|pays|paying|pagar|pague|pago|cost|costs|charge[ds]?|makes?|made|ext|case|receipt|badge|badge number|apt|number|numero|ticket|id|a number|call|for only|over|worth|almost|like|about|no)(?: (?:is|of|me|us|him|her|them|like|about|over|almost|up to|le|les|el|la|mas de|como|casi|number|numero|más de|a|him about|her about))*[\s:#]*$/u;
const NOT_ZIP_AFTER =
  /^\s*(?:dollars?|usd|bucks|dolares|dólares|pesos|euros?|people|miles|times|a (?:month|year|week)|or (?:he|they|she)|to (?:him|her|them|leave|pay)|al coyote|k\b|\p{L}+ (?:st|street|ave|avenue|blvd|rd|road|dr|drive|ln|lane|hwy)\b)/u;

interface Candidate {
  city?: string;
  cityKey?: string;
  state?: string;
  score: number;
  from: number;
}

const SCORES: Record<Mark, number> = {
  here: 3,
  near: 1,
  other: -1,
  elsewhere: -6,
  'other-in-need': 0,
  'not-a-city-before': 0,
  'name-of-a-person': 0,
};
const OTHER_IN_NEED = 5;
const NOWHERE = -5;

/** Where help is needed, or null when the text states no place. Never throws; reads the first 1,000 characters. */
export function readPlace(text: string, places: Places): Place | null {
  const { plain, tokens, capitals } = prepareText(text);
  const zip = readZip(plain);
  const names = findPlaceNames(tokens, capitals, places);
  const candidates = merge(names);
  const best = candidates
    .filter(({ score }) => score > NOWHERE)
    .reduce<Candidate | undefined>((top, next) => (top && top.score >= next.score ? top : next), undefined);
  if (!best) return zip === undefined ? null : { zip };
  const place: Place = {};
  if (zip !== undefined) place.zip = zip;
  if (best.city !== undefined) place.city = best.city;
  if (best.state !== undefined) place.state = best.state;
  if (zip === undefined && best.city !== undefined && best.state === undefined && (best.cityKey ?? '') in AMBIGUOUS) {
    place.ambiguous = true;
  }
  return best.cityKey === 'washington' && best.state === undefined ? washington(zip) : place;
}

/** The bare name is the state's or the capital's: the line asks which. */
function washington(zip: string | undefined): Place {
  return zip === undefined ? { state: 'WA', ambiguous: true } : { zip, state: 'WA' };
}

function readZip(plain: string): string | undefined {
  for (const match of plain.matchAll(ZIPS)) {
    const zip = match[0].slice(0, 5);
    const before = plain.slice(Math.max(0, match.index - 40), match.index);
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 30);
    if (zipExists(zip) && !NOT_ZIP_BEFORE.test(before) && !NOT_ZIP_AFTER.test(after)) return zip;
  }
  return undefined;
}

/** Joins each city with the state beside it, and a lone city with a lone state in which it lies. */
function merge(names: readonly PlaceName[]): Candidate[] {
  const candidates: Candidate[] = [];
  const taken = new Set<PlaceName>();
  for (const [at, name] of names.entries()) {
    if (name.kind !== 'city') continue;
    const before = names[at - 1];
    const after = names[at + 1];
    const state =
      after?.kind === 'state' && name.gapAfter <= 1 && after.mark !== 'elsewhere'
        ? after
        : before?.kind === 'state' && before.gapAfter === 0 && !taken.has(before) && liesIn(name, before)
          ? before
          : undefined;
    if (state) taken.add(state);
    candidates.push(candidateOf(name, state));
  }
  for (const name of names) {
    if (name.kind !== 'state' || taken.has(name)) continue;
    const city = candidates.find(({ state, cityKey, score }) => {
      return state === undefined && cityKey !== undefined && score > NOWHERE && cityIn(cityKey, name.code);
    });
    if (city && name.mark !== 'elsewhere' && name.mark !== 'other') city.state = name.code;
    else candidates.push(candidateOf(name, undefined));
  }
  return candidates;
}

function candidateOf(name: PlaceName, state: PlaceName | undefined): Candidate {
  const marks = [name.mark, ...(state && state.from < name.from ? [state.mark] : [])];
  const score = Math.min(...marks.map((mark) => (mark ? SCORES[mark] : 0)).filter((one, at) => one !== 0 || at === 0));
  const inNeed = name.mark === 'other' && name.othersNeed ? OTHER_IN_NEED : 0;
  const code = state?.kind === 'state' ? state.code : name.kind === 'state' ? name.code : undefined;
  const stated = Math.min(score + inNeed, SCORES.here + 2) + (code !== undefined && name.kind === 'city' ? 0.5 : 0);
  const candidate: Candidate = { score: stated, from: name.from };
  if (code !== undefined) candidate.state = code;
  if (code === 'DC') candidate.city = 'Washington';
  else if (name.kind === 'city') {
    candidate.city = name.name;
    candidate.cityKey = name.key;
  }
  return candidate;
}

function liesIn(city: PlaceName, state: PlaceName): boolean {
  return city.kind === 'city' && state.kind === 'state' && cityIn(city.key, state.code);
}

function cityIn(key: string, state: string): boolean {
  return cityNamed(key)?.states.has(state) ?? false;
}
