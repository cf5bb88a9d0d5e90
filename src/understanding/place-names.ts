import { cityNamed, placeKey, unglued } from './cities.ts';
import { guessCity, guessState } from './misspelt-place.ts';
import type { Hit } from './phrase-matcher.ts';
import type { Mark, PlaceLabel, Places } from './place-lists.ts';
import { FILLERS, type Marks, marksBefore } from './place-marks.ts';
import { STATES, stateNamed, stateShortened } from './states.ts';
import type { Token } from './tokens.ts';
import { ORDINARY } from './well-known-cities.ts';

interface Found {
  from: number;
  to: number;
  mark: Mark | undefined;
  /** The text says that the one who is there, not the texter, is in need. */
  othersNeed: boolean;
  /** Words between this name and the next. */
  gapAfter: number;
}

export type PlaceName =
  | (Found & { kind: 'city'; key: string; name: string })
  | (Found & { kind: 'state'; code: string });

interface Capitals {
  all: ReadonlySet<string>;
  first: ReadonlySet<string>;
}

/** ZIP codes that make a town known well enough to be meant without any word before it. */
const KNOWN = 3;
const LONGEST_NAME = 5;
/** Codes that are words of English, Spanish or Creole: a state only in capitals, after a comma, or at the end after a city of that state. */
const WORDLIKE = new Set(
  'in or me hi ok oh la de pa al id mi so ma co as va ne ct mt pr vi ms md il ia ar nd tn ri ak wi'.split(' '),
);
/** Short words that names of cities begin with: "los angelas", "el pasoo". */
const NAME_STARTS = new Set(
  'los las san santa st ft fort new el la port west east north long salt fall des'.split(' '),
);
/** Every city and state that the words name, in order, each with what the words before it say. */
export function findPlaceNames(tokens: readonly Token[], capitals: Capitals, places: Places): PlaceName[] {
  const hits = places.matcher.find(tokens);
  const othersNeed = hits.some(({ label }) => label.kind === 'mark' && label.mark === 'other-in-need');
  const markBefore = marksBefore(tokens, hits);
  const names: PlaceName[] = [];
  for (let at = 0; at < tokens.length; ) {
    const name = nameAt(at, { tokens, hits, capitals, markBefore, names });
    if (!name) {
      at++;
      continue;
    }
    const { mark } = markBefore(at);
    names.push({ ...name, mark, othersNeed, gapAfter: 0 } as PlaceName);
    at = name.to + 1;
  }
  for (const [at, name] of names.entries()) {
    const next = names[at + 1];
    name.gapAfter = next ? gap(tokens, name.to, next.from) : Number.POSITIVE_INFINITY;
  }
  return names;
}

/** Names of a state and of a city that is meant as often. */
const CITY_TOO = new Set(['new york', 'washington']);

/** "indiana, pa": a town that bears another state's name. */
function isCityIn(key: string, other: string | undefined, state: string | undefined): boolean {
  return other !== undefined && other !== state && (cityNamed(key)?.states.has(other) ?? false);
}

function followsCityOf(state: string, at: number, { tokens, names }: Look): boolean {
  const last = names.at(-1);
  return last?.kind === 'city' && gap(tokens, last.to, at) === 0 && (cityNamed(last.key)?.states.has(state) ?? false);
}

interface Look {
  tokens: readonly Token[];
  hits: readonly Hit<PlaceLabel>[];
  capitals: Capitals;
  markBefore: (at: number) => Marks;
  names: readonly PlaceName[];
}

type Bare =
  | { kind: 'city'; key: string; name: string; from: number; to: number }
  | { kind: 'state'; code: string; from: number; to: number };

function nameAt(at: number, look: Look): Bare | undefined {
  const { tokens, hits } = look;
  if (tokens[at]?.word === 'la' && !isLosAngeles(at, look)) return codeAt(at, look);
  for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
    const to = at + length - 1;
    if (tokens.slice(at + 1, to + 1).some(({ before }) => before === 'sentence' || before === 'comma')) continue;
    const listed = hits.find((hit) => hit.from === at && hit.to === to && hit.label.kind !== 'mark');
    const words = tokens.slice(at, to + 1).map(({ word }) => word);
    const key = unglued(placeKey(words));
    const state = stateNamed(words.join(' '));
    const found = listed ? listedName(listed, at, to, look) : undefined;
    if (found) return found;
    const cityToo = CITY_TOO.has(key) || isCityIn(key, stateAfter(to, look), state);
    if (state !== undefined && (!cityToo || followsCityOf(state, at, look)))
      return { kind: 'state', code: state, from: at, to };
    const city = cityAt(key, at, to, look);
    if (city) return city;
  }
  if (tokens[at]?.word === 'la') return { kind: 'city', key: 'los angeles', name: 'Los Angeles', from: at, to: at };
  return codeAt(at, look) ?? misspelt(at, look);
}

function listedName(hit: Hit<PlaceLabel>, from: number, to: number, look: Look): Bare | undefined {
  const { label } = hit;
  if (label.kind === 'state') return { kind: 'state', code: label.code, from, to };
  if (label.kind !== 'city') return undefined;
  const word = look.tokens[from]?.word ?? '';
  // "sf" and "kc" are places; two letters of another kind need a sign that a place is meant.
  const brief =
    from === to &&
    /^[a-z]{2,3}$/u.test(word) &&
    !['nyc', 'sf', 'kc', 'stl', 'okc', 'slc', 'atl', 'htx', 'dtx', 'abq', 'dfw'].includes(word);
  if (brief && !look.markBefore(from).mark && !look.capitals.all.has(word) && !aloneAt(from, to, look.tokens))
    return undefined;
  return {
    kind: 'city',
    key: placeKey(label.name.toLowerCase().replaceAll('.', '').split(/[\s-]/u)),
    name: label.name,
    from,
    to,
  };
}

function cityAt(key: string, from: number, to: number, look: Look): Bare | undefined {
  const city = cityNamed(key);
  if (!city) return undefined;
  const { tokens, capitals, markBefore, hits } = look;
  const { mark, person } = markBefore(from);
  const single = from === to;
  const first = tokens[from]?.word ?? '';
  // "western montana" is a part of the state, though some state has a town of the name.
  if (person || (single && FILLERS.has(first))) return undefined;
  if (hits.some((hit) => hit.from === to + 1 && hit.label.kind === 'mark' && hit.label.mark === 'not-a-city-before')) {
    return undefined;
  }
  const bare: Bare = { kind: 'city', key, name: city.name, from, to };
  const state = stateAfter(to, look) ?? shortenedAfter(to, look);
  if (state !== undefined && city.states.has(state)) return bare;
  if (ORDINARY.has(key) && city.size >= KNOWN && sentenceAt(from, to, tokens)) return bare;
  if (aloneAt(from, to, tokens)) return ORDINARY.has(key) && city.size < KNOWN ? undefined : bare;
  if (ORDINARY.has(key)) {
    const firm = mark !== undefined && city.size >= KNOWN && (capitals.first.has(first) || mark === 'here');
    return firm && !['first', 'home', 'school', 'court'].includes(key) ? bare : undefined;
  }
  if (first.length < 4 && single && !capitals.first.has(first) && mark === undefined) return undefined;
  if (city.size >= KNOWN || (!single && city.size >= 2)) return bare;
  if (mark !== undefined && (capitals.first.has(first) || !single || first.length >= 5)) return bare;
  return undefined;
}

/** The state named right after a city, by name or by code, also as "in Ohio" or after a comma. */
function stateAfter(
  to: number,
  { tokens, hits, capitals }: Pick<Look, 'tokens' | 'hits' | 'capitals'>,
): string | undefined {
  const start = to + 1;
  if (tokens[start]?.before === 'sentence') return undefined;
  const listed = hits.find((hit) => hit.from === start && hit.label.kind === 'state');
  if (listed?.label.kind === 'state') return listed.label.code;
  const [one = '', two = '', three = ''] = tokens.slice(start, start + 3).map(({ word }) => word);
  const state = stateNamed(`${one} ${two} ${three}`) ?? stateNamed(`${one} ${two}`) ?? stateNamed(one);
  if (state !== undefined) return state;
  const code = one.toUpperCase();
  if (!Object.hasOwn(STATES, code)) return undefined;
  const firm =
    !WORDLIKE.has(code.toLowerCase()) || capitals.all.has(code.toLowerCase()) || tokens[start]?.before === 'comma';
  return firm || ends(start, tokens) ? code : undefined;
}

function shortenedAfter(to: number, { tokens }: Look): string | undefined {
  const next = tokens[to + 1];
  return next === undefined || next.before === 'sentence' ? undefined : stateShortened(next.word);
}

/** "tx", "NC", "columbus in": two letters that are a state here, and not a word. */
function codeAt(at: number, look: Look): Bare | undefined {
  const { tokens, capitals, markBefore, names } = look;
  const word = tokens[at]?.word ?? '';
  const last = names.at(-1);
  const city =
    last?.kind === 'city' && gap(tokens, last.to, at) === 0 && tokens[at]?.before !== 'sentence' ? last : undefined;
  const shortened = stateShortened(word);
  const code = shortened ?? word.toUpperCase();
  if (!Object.hasOwn(STATES, code)) return undefined;
  const state: Bare = { kind: 'state', code, from: at, to: at };
  const inCity = city !== undefined && (cityNamed(city.key)?.states.has(code) ?? false);
  if (shortened !== undefined) return inCity ? state : undefined;
  if (capitals.all.has(word) && word !== 'id')
    return word === 'ok' && !city && !markBefore(at).mark ? undefined : state;
  if (!WORDLIKE.has(word)) return state;
  if (city) {
    const comma = tokens[at]?.before === 'comma' && (inCity || ends(at, tokens));
    return comma || (inCity && (ends(at, tokens) || !['in', 'or', 'me', 'de', 'la', 'so', 'as', 'al'].includes(word)))
      ? state
      : undefined;
  }
  const { mark } = markBefore(at);
  if (mark === undefined) return undefined;
  // "im in ri n need": no word follows "in" that is spelt like these, save for those few.
  const afterIn = tokens[at - 1]?.word === 'in';
  if (afterIn && !['me', 'or', 'so', 'as', 'de', 'in', 'la', 'co', 'hi', 'al'].includes(word)) return state;
  return ends(at, tokens) && (afterIn ? word !== 'me' : !['me', 'or', 'so', 'as', 'de', 'in'].includes(word))
    ? state
    : undefined;
}

function misspelt(at: number, look: Look): Bare | undefined {
  const { tokens, markBefore, capitals } = look;
  const word = tokens[at]?.word ?? '';
  const whole = word.length >= 5 && !ORDINARY.has(word) && !FILLERS.has(word);
  if (!whole && !NAME_STARTS.has(word)) return undefined;
  const { mark, person } = markBefore(at);
  if (person) return undefined;
  const state = stateAfter(at, look);
  const starts = at === 0 || tokens[at]?.before !== 'none';
  for (const to of whole ? [at + 1, at] : [at + 1]) {
    const edge = starts || ends(to, tokens);
    if (to >= tokens.length || (to > at && tokens[to]?.before !== 'none')) continue;
    const written = placeKey(tokens.slice(at, to + 1).map((token) => token.word));
    const inState = stateAfter(to, look);
    const key = guessCity(
      written,
      inState,
      mark !== undefined || inState !== undefined,
      edge || capitals.first.has(word),
    );
    if (key !== undefined) return { kind: 'city', key, name: cityNamed(key)?.name ?? key, from: at, to };
  }
  const lone = whole && state === undefined && (mark !== undefined || starts || ends(at, tokens));
  const code = lone ? guessState(word) : undefined;
  return code === undefined ? undefined : { kind: 'state', code, from: at, to: at };
}

/** "LA", "in la", "la county": the city; "la" in Spanish and after "new orleans": not. */
function isLosAngeles(at: number, { tokens, hits, capitals, markBefore, names }: Look): boolean {
  const last = names.at(-1);
  if (last?.kind === 'city' && last.to === at - 1 && (cityNamed(last.key)?.states.has('LA') ?? false)) return false;
  const next = tokens[at + 1];
  const ended = next?.before !== 'none';
  if (capitals.all.has('la') || stateAfter(at, { tokens, hits, capitals }) === 'CA') return true;
  const before = tokens[at - 1]?.word ?? '';
  if (['in', 'near', 'around', 'downtown', 'south', 'east', 'west', 'from', 'n', 'to'].includes(before)) return true;
  return (
    markBefore(at).mark !== undefined &&
    (ended || ['area', 'y', 'and', 'need', 'necesito', 'busco', 'ocupo'].includes(next.word))
  );
}

function gap(tokens: readonly Token[], to: number, from: number): number {
  let words = 0;
  for (let at = to + 1; at < from; at++) if (!FILLERS.has(tokens[at]?.word ?? '')) words++;
  return words + (tokens[from]?.before === 'sentence' ? 2 : 0);
}

function ends(at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1];
  return next === undefined || next.before !== 'none';
}

/** The first or the last sentence of several: "florence. a lawyer please". */
function sentenceAt(from: number, to: number, tokens: readonly Token[]): boolean {
  const before = from === 0 || tokens[from]?.before === 'sentence';
  const after = tokens[to + 1] === undefined || tokens[to + 1]?.before === 'sentence';
  return before && after && (from === 0) !== (to === tokens.length - 1);
}

function aloneAt(from: number, to: number, tokens: readonly Token[]): boolean {
  return from === 0 && to === tokens.length - 1;
}
