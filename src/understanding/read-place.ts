import { fold, normalise } from './normalise.ts';
import { STATES } from './states.ts';

export interface Place {
  /** The answer as it was texted, trimmed: a person can read it even where the line cannot. */
  text: string;
  /** Five digits. */
  zip?: string;
  /** Title case, as texted. */
  city?: string;
  /** USPS code. */
  state?: string;
}

// A phone number, a debt or a longer number is no ZIP; ZIP+4 is.
const ZIP = /(?<!(?:owe|owes|debo|debe|deben) (?:\p{L}+ )?)(?<![\d$#-]|\d[\s.-])(\d{5})(?:-\d{4})?(?![\d-]|\s*\d)/u;
/** Words before and around a place that are not part of its name. */
const AROUND = new Set(
  (
    'i im am is are we live lives living stay staying near nearby by close to around in at the a from of my its it here downtown outside area zip ' +
    'code county state east west side uptown somewhere right now please pls think maybe just currently us usa estoy vivo vivimos en cerca de la el por ' +
    'aqui centro codigo postal condado estado ahora soy'
  ).split(' '),
);
// In the middle of a sentence these codes are ordinary words: "in", "or", "me", "hi", "ok", "la", "de", "pa", "co", "al".
const WORDLIKE = new Set(['in', 'or', 'me', 'hi', 'ok', 'oh', 'ma', 'la', 'de', 'pa', 'al', 'id', 'mi', 'mo', 'so']);
const CITY_ENDINGS = new Set(['city', 'beach', 'springs', 'heights', 'falls']);
/** Short answers that name no place. */
const NO_PLACE = new Set(
  'hi hello hola no yes si ok dont not know idk what why who sure help where anything nothing call text owe need want lawyer se que quien ayuda nada'.split(
    ' ',
  ),
);
/** More words than this are a story, in which no city is guessed. */
const LONGEST_CITY = 3;
const LONGEST_ANSWER = 200;

/** ZIP, "city, ST", "city state" or a state's name, when the answer plainly states one. The state is never inferred from city or ZIP. */
export function readPlace(text: string): Place {
  const place: Place = { text: text.trim() };
  const { plain } = normalise(text.slice(0, LONGEST_ANSWER));
  const zip = ZIP.exec(plain);
  if (zip?.[1] !== undefined) place.zip = zip[1];
  const parts = plain
    .replace(/\d+/gu, ' ')
    .split(/[,;\n]|(?<!\b(?:st|ft|mt))\.(?=\s|$)/u)
    .map(words)
    .filter((part) => part.length > 0);
  const found = findState(parts);
  if (found) place.state = found.state;
  const city = cityOf(found ? found.before : (parts[0] ?? []));
  if (city !== undefined) place.city = city;
  if (found?.state === 'DC') place.city = 'Washington';
  return place;
}

function words(part: string): string[] {
  return part.split(/[^\p{L}\p{M}'.-]+/u).flatMap((word) => word.replace(/^[.'-]+|[.'-]+$/gu, '') || []);
}

interface FoundState {
  state: string;
  /** The words before it in the same part, or the part before. */
  before: string[];
}

function findState(parts: readonly string[][]): FoundState | undefined {
  for (const [at, part] of parts.entries()) {
    const folded = part.map((word) => fold(word).replaceAll('.', ''));
    const found = codeIn(folded, at > 0) ?? nameIn(folded);
    if (found)
      return { state: found.state, before: found.from > 0 ? part.slice(0, found.from) : (parts[at - 1] ?? []) };
  }
  return undefined;
}

/** "tulsa ok", ", TX", "nc"; a code that is also a word counts only at the end of an answer too short to be a sentence. */
function codeIn(words: readonly string[], afterComma: boolean): { state: string; from: number } | undefined {
  const spoken = words.filter((word) => !AROUND.has(word) || WORDLIKE.has(word)).length;
  for (let from = words.length - 1; from >= 0; from--) {
    const word = words[from] ?? '';
    const state = word.toUpperCase();
    if (!Object.hasOwn(STATES, state)) continue;
    const short = from === words.length - 1 && (words.length === 1 ? afterComma : spoken <= LONGEST_CITY);
    if (short || !WORDLIKE.has(word)) return { state, from };
  }
  return undefined;
}

/** "oregon", "portland oregon", "west virginia"; not the Kansas of "kansas city". */
function nameIn(words: readonly string[]): { state: string; from: number } | undefined {
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      const state = stateNamed(words.slice(from, from + length).join(' '));
      if (state && !CITY_ENDINGS.has(words[from + length] ?? '')) return { state, from };
    }
  }
  return undefined;
}

function stateNamed(name: string): string | undefined {
  return Object.entries(STATES).find(([, names]) => names.includes(name))?.[0];
}

function cityOf(part: readonly string[]): string | undefined {
  const kept = [...part];
  while (kept.length > 0 && AROUND.has(fold(kept[0] ?? '').replaceAll("'", ''))) kept.shift();
  while (kept.length > 0 && AROUND.has(fold(kept.at(-1) ?? '').replaceAll("'", ''))) kept.pop();
  if (kept.length === 0 || kept.length > LONGEST_CITY) return undefined;
  if (kept.some((word) => NO_PLACE.has(fold(word).replaceAll("'", '')))) return undefined;
  return kept.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}
