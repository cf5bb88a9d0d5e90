import type { Lists } from './compile-lists.ts';
import type { DangerModel, DangerWeights } from './danger-model.ts';
import { readModel } from './danger-model.ts';
import { languagesHeard } from './languages-heard.ts';
import type { Intent } from './lists.ts';
import { INTENTS } from './lists.ts';
import weights from './model/danger.json' with { type: 'json' };
import { normalise } from './normalise.ts';
import type { Danger } from './read-danger.ts';
import { raised, readDanger } from './read-danger.ts';
import type { Keyword } from './read-keyword.ts';
import { readKeyword } from './read-keyword.ts';
import { readLanguage } from './read-language.ts';
import type { Scan } from './scan.ts';
import { scan } from './scan.ts';
import { tokenise } from './tokens.ts';
import { weighDanger } from './weigh-danger.ts';

const shipped = readModel(weights as DangerWeights);

/** What one text means. Which meaning wins is the conversation's business, not decided here. */
export interface Reading {
  /** Nothing visible: only spaces, joiners, bidi marks. */
  empty: boolean;
  /** The whole text is a carrier word or a listed keyword. `yes-start`: YES, which opts in only a person who had opted out. */
  keyword: Keyword;
  /** A sentence that asks for the texts to end, without danger. */
  stopRequest: boolean;
  /** An opt-out word only after accents are dropped: to be asked about, not obeyed. */
  foldedStop: boolean;
  danger: Danger;
  intent: Intent | undefined;
  /** The language asked for: 'es' for "in spanish please". */
  languageRequest: string | undefined;
  /** ISO 639-1, or 'und'. */
  language: string;
}

/**
 * Reads one text. Never throws, whatever the text; time is linear in its length.
 * @param conversationLanguage ISO 639-1 of the conversation so far; its opt-out words count besides the English ones.
 */
export function readText(
  text: string,
  lists: Lists,
  conversationLanguage: string,
  model: DangerModel = shipped,
): Reading {
  const normal = normalise(text);
  const tokens = tokenise(normal.plain);
  const scans = [...lists.languages.values()].map((one) => scan(one, tokens, lists));
  const { keyword, foreignStop, foldedStop } = readKeyword(normal, lists, conversationLanguage);
  const language = readLanguage(normal.plain, scans, lists, conversationLanguage);
  const heard = languagesHeard(scans, language);
  const weighed = weighDanger(tokens, heard, lists, language, model);
  const plain = keyword !== undefined || !LETTER.test(normal.plain) || scans.some(asksOnly);
  const listed = plain ? readDanger(heard) : raised(readDanger(heard), weighed, heard);
  const danger = keyword === 'help' && SHOUTED.test(normal.plain) ? cryForHelp(listed) : listed;
  const safe = danger.level === 'none';
  const asked = keyword === undefined ? intentsOf(scans) : new Set<Intent | 'stop' | 'start'>();
  return {
    empty: normal.empty,
    keyword: keyword ?? (safe && asked.has('start') ? 'start' : undefined),
    stopRequest: safe && (foreignStop || asked.has('stop')),
    foldedStop,
    danger,
    intent: INTENTS.find((intent) => asked.has(intent)),
    languageRequest: languageRequest(scans),
    language,
  };
}

/** Without one, numbers and little pictures are for the lists alone: the model would guess. */
const LETTER = /\p{L}/u;
/** Two or more exclamation marks turn the keyword HELP into a cry; a single one is punctuation. */
const SHOUTED = /!.*!|‼|❗/su;

/** What the model has hardly seen without danger: a request that the texts end, and "he is back". */
const ALONE = new Set<Intent | 'stop' | 'start'>(['stop', 'hold']);

/** Nothing but one of these: there the lists alone say whether there is danger. */
function asksOnly({ hits, tokens, lists }: Scan): boolean {
  const said = tokens.flatMap(({ word }, at) => (lists.polite.has(word) ? [] : [at]));
  const [first = 0, last = first] = [said.at(0), said.at(-1)];
  const asked = hits.flatMap(({ label, from, to }) =>
    label.kind === 'intent' && ALONE.has(label.intent) ? [{ ...label, from, to }] : [],
  );
  if (asked.some(({ except }) => except)) return false;
  return asked.some(({ from, to }) => from <= first && to >= last);
}

function cryForHelp(danger: Danger): Danger {
  return danger.level === 'none'
    ? { ...danger, level: 'crisis', words: ['shouted-keyword: help', ...danger.words], unsure: false }
    : danger;
}

function intentsOf(scans: readonly Scan[]): Set<Intent | 'stop' | 'start'> {
  const found = new Set<Intent | 'stop' | 'start'>();
  for (const { hits } of scans) {
    const labels = hits.flatMap(({ label }) => (label.kind === 'intent' ? [label] : []));
    const excepted = new Set(labels.flatMap(({ intent, except }) => (except ? [intent] : [])));
    for (const { intent } of labels) if (!excepted.has(intent)) found.add(intent);
  }
  return found;
}

function languageRequest(scans: readonly Scan[]): string | undefined {
  for (const { hits } of scans) {
    for (const { label } of hits) if (label.kind === 'language') return label.language;
  }
  return undefined;
}
