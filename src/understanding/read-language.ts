import { eld } from 'eld/small';
import type { Lists } from './compile-lists.ts';
import type { Scan } from './scan.ts';

/** Below this many words one witness is not enough to change the language of a conversation. */
const ENOUGH_WORDS = 4;
/** The detector looks at no more than this; a longer text has long shown its language. */
const LOOK = 600;
/** One language's everyday words must lead the next one's by this share of the words. */
const LEAD = 0.15;
/** With fewer everyday words than this, a text of an offered language is doubted when the detector names another. */
const FAMILIAR = 0.2;
/** From this share of everyday words on, the detector need not be asked. */
const PLAIN = 0.45;
/** The detector is asked about languages that are not offered only from this length on; it guesses wildly on less. */
const ENOUGH_LETTERS = 12;

/** Scripts that one offered language alone is written in. Others that share the script are told apart by the detector. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
];

/**
 * The language of a text, as ISO 639-1, or `und` when it cannot be told. Witnesses: the script, everyday words, the line's own lists, and eld.
 * A language that the line does not offer is named when eld is sure of it and the offered ones' everyday words are not there.
 */
export function readLanguage(plain: string, scans: readonly Scan[], lists: Lists): string {
  const look = plain.slice(0, LOOK);
  const letters = look.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  const script = scriptOf(look, letters);
  if (script !== undefined) return sameScript(script, look, scans, letters);
  // A script that no offered language is written in shows by itself that the text is another's, however short it is.
  if (!/\p{Script=Latin}/u.test(look)) return best(Object.entries(eld.detect(look).getScores()))?.[0] ?? 'und';
  const shares = scans.map((scan): [string, number] => [scan.lists.language, scan.common]);
  const lexicon = leader(shares);
  const share = Math.max(0, ...shares.map(([, one]) => one));
  const words = look.match(/\p{L}+/gu)?.length ?? 0;
  if (lexicon !== undefined && words >= ENOUGH_WORDS && share >= PLAIN) return lexicon;
  const detected = eld.detect(look).getScores();
  const [foreign, sureness] = best(Object.entries(detected)) ?? ['und', 0];
  const known = lists.languages.has(foreign);
  if (!known && letters >= ENOUGH_LETTERS && share < FAMILIAR && sureness > 0) return foreign;
  const offered = best([...lists.languages.keys()].map((language) => [language, detected[language] ?? 0]))?.[0];
  if (words >= ENOUGH_WORDS) return lexicon ?? offered ?? 'und';
  const fired = leader(scans.map((scan) => [scan.lists.language, listed(scan)]));
  const witnesses = [lexicon, fired, offered];
  return lexicon ?? fired ?? witnesses.find((one, at) => one !== undefined && witnesses.indexOf(one) !== at) ?? 'und';
}

/** Which part of the text is words that this language's lists name. */
function listed({ tokens, lists }: Scan): number {
  return tokens.filter(({ word }) => lists.matcher.knows(word)).length / Math.max(1, tokens.length);
}

function scriptOf(text: string, letters: number): string | undefined {
  for (const [script, language] of SCRIPTS) {
    if ((text.match(script)?.length ?? 0) * 2 > letters) return language;
  }
  // Chinese names few signs among Latin letters: "KTV 老板打我". A quarter is enough, for each sign is a word.
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 > letters ? 'zh' : undefined;
}

/** Ukrainian and Bulgarian are not Russian, nor Persian and Urdu Arabic: where the lists know no word, the detector is believed. */
function sameScript(language: string, text: string, scans: readonly Scan[], letters: number): string {
  const own = scans.find(({ lists }) => lists.language === language);
  if (own && (own.common >= FAMILIAR || letters < ENOUGH_LETTERS)) return language;
  return best(Object.entries(eld.detect(text).getScores()))?.[0] ?? language;
}

function leader(scores: [string, number][]): string | undefined {
  const [first, next] = scores.toSorted((a, b) => b[1] - a[1]);
  return first && first[1] > 0 && first[1] - (next?.[1] ?? 0) >= LEAD ? first[0] : undefined;
}

function best(scores: [string, number][]): [string, number] | undefined {
  const first = scores.reduce<[string, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined);
  return first && first[1] > 0 ? first : undefined;
}
